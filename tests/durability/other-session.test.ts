import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;
let client: typeof import("@/db/client");

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, database.env, { DATABASE_URL: "" });
  client = await import("@/db/client");
});
afterAll(async () => {
  await client.sql.end({ timeout: 1 });
  await database.drop();
});

test("what a transaction did is stored though its session knows nothing of the ones before, as behind a pooler in transaction mode", async () => {
  const { db } = client;
  await db.execute(sql`create table done (number integer)`);
  for (const number of [1, 2, 3])
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into done values (${number})`);
      await tx.execute(sql`deallocate all`);
    });
  expect(await db.execute(sql`select number from done order by number`)).toEqual([
    { number: 1 },
    { number: 2 },
    { number: 3 },
  ]);
});
