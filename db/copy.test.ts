import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOut } from "@/db/copy";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a copy given up at its first rows, as where they are written to a full disk, ends, and its transaction goes on", async () => {
  const next = await database.db.transaction(async (tx) => {
    const many = "copy (select repeat('x', 1000) from generate_series(1, 20000)) to stdout";
    for await (const piece of copyOut(tx, many)) if (piece.length > 0) break;
    return tx.execute(sql`select 1 as next`);
  });
  expect(next).toEqual([{ next: 1 }]);
}, 15_000);
