import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "@/db/migrate";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

test("an empty database is migrated once, however many start at the same moment", async () => {
  const { db } = database;
  await db.execute(sql`drop schema public, drizzle cascade`);
  await db.execute(sql`create schema public`);
  await Promise.all([migrate(db), migrate(db), migrate(db)]);
  const [record] = await db.execute(
    sql`select count(*)::int as all, count(distinct created_at)::int as different from drizzle.__drizzle_migrations`,
  );
  expect(record?.all).toBe(record?.different);
});

test("a database that a later version has changed is refused", async () => {
  const { db } = database;
  await db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
  );
  await expect(migrate(db)).rejects.toThrow("a later version of Pipelog");
});
