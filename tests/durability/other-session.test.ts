import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;
let pool: Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, database.env, { DATABASE_URL: "" });
  const { openPool } = await import("@/db/client");
  pool = openPool(1);
});
afterAll(async () => {
  await pool.end({ timeout: 1 });
  await database.drop();
});

test("what a transaction did is stored though its session knows nothing of the ones before, as behind a pooler in transaction mode", async () => {
  const db = drizzle(pool);
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
