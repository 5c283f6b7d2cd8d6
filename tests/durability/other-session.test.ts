import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;
let client: typeof import("@/db/client");

beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql.unsafe(`alter database ${database.env.PGDATABASE} set datestyle = 'SQL, DMY'`);
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

test("days and instants are read as they are, also where the database's own way to write them is another", async () => {
  const [read] = await client.sql`
    select '2026-06-05'::date::text as day, '2026-06-05 12:00+00'::timestamptz::text as instant
  `;
  expect(read?.day).toBe("2026-06-05");
  expect(new Date(read?.instant)).toEqual(new Date("2026-06-05T12:00:00Z"));
});
