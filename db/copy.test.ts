import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOut } from "@/db/copy";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test.each([
  ["first rows", 20_000],
  ["only piece", 40],
])(
  "a copy given up at its %s, as where they are written to a full disk, ends, and its transaction goes on",
  async (_, rows) => {
    const next = await database.db.transaction(async (tx) => {
      const statement = `copy (select repeat('x', 1000) from generate_series(1, ${rows})) to stdout`;
      for await (const piece of copyOut(tx, statement)) if (piece.length > 0) break;
      return tx.execute(sql`select 1 as next`);
    });
    expect(next).toEqual([{ next: 1 }]);
  },
  15_000,
);
