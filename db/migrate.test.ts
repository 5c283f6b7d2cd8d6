import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "@/db/migrate";
import { team } from "@/db/schema";
import { currencyDigits } from "@/lib/pipeline/money";
import { projectRoot } from "@/scripts/project-root.mjs";
import { castTeam } from "@/tests/support/cast";
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

test("a team set up with the digits of another runtime has those of ISO 4217 from then on, never fewer than it had", async () => {
  const { db } = database;
  const migration = readFileSync(join(projectRoot, "db/migrations/0009_currency_digits.sql"), "utf8");
  await castTeam(db);
  const after = async (currency: string, digits: number) => {
    await db.update(team).set({ currency, currencyDigits: digits });
    await db.execute(sql.raw(migration));
    const [row] = await db.select({ digits: team.currencyDigits }).from(team);
    return row?.digits;
  };
  for (const currency of Intl.supportedValuesOf("currency"))
    expect(await after(currency, 0), currency).toBe(currencyDigits(currency));
  expect(await after("JPY", 2)).toBe(2);
});
