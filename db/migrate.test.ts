import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { migrate, SchemaError } from "@/db/migrate";
import * as schema from "@/db/schema";
import { contacts, customers, members, team } from "@/db/schema";
import { currencyDigits } from "@/lib/pipeline/money";
import { projectRoot } from "@/scripts/project-root.mjs";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;

const readMigration = (name: string) =>
  readFileSync(join(projectRoot, "db/migrations", `${name}.sql`), "utf8");

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

test("an empty database is migrated once, however many start at the same moment", async () => {
  const { db } = database;
  await db.execute(sql`drop schema public, drizzle cascade`);
  await db.execute(sql`create schema public`);
  const told = await Promise.all([migrate(db), migrate(db), migrate(db)]);
  expect(told).toEqual([undefined, undefined, undefined]);
  const applied = await db.execute(
    sql`select created_at::float as at from drizzle.__drizzle_migrations order by id`,
  );
  const migrations = readMigrationFiles({ migrationsFolder: join(projectRoot, "db/migrations") });
  expect(migrations.length).toBeGreaterThan(0);
  expect(applied.map(({ at }) => at)).toEqual(migrations.map(({ folderMillis }) => folderMillis));
});

test("a database that a later version has changed is refused", async () => {
  const { db } = database;
  await db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
  );
  await expect(migrate(db)).rejects.toThrow("a later version of Pipelog");
});

async function inDatabase<Result>(made: string, act: (db: Database) => Promise<Result>): Promise<Result> {
  const { env, sql: server } = database;
  const name = `${env.PGDATABASE}_other`;
  await server.unsafe(`create database ${name} template template0 ${made}`);
  const client = postgres({ host: env.PGHOST, user: env.PGUSER, database: name, max: 1, fetch_types: false });
  try {
    return await act(drizzle(client, { schema, casing: "snake_case" }));
  } finally {
    await client.end();
    await server.unsafe(`drop database ${name}`);
  }
}

const inLocaleC = "encoding 'UTF8' locale 'C' locale_provider libc";
const schemasOf = (db: Database) =>
  db.execute(sql`select nspname from pg_namespace where nspname = 'drizzle'`);

test("a database that is not encoded as UTF-8 is refused before anything is made in it", async () => {
  await inDatabase("encoding 'LATIN1' locale 'C' locale_provider libc", async (db) => {
    await expect(migrate(db)).rejects.toThrow(
      new SchemaError("Pipelog needs a database that is encoded as UTF-8; this one is LATIN1."),
    );
    expect(await schemasOf(db)).toHaveLength(0);
  });
});

test("a new database whose locale has no case beyond ASCII is refused: its search and erasure would miss names; of one in use the operator is told", async () => {
  await inDatabase(inLocaleC, async (db) => {
    await expect(migrate(db)).rejects.toThrow(
      "the locale of this one (C) knows upper and lower case of English letters alone",
    );
    expect(await schemasOf(db)).toHaveLength(0);
    const migrations = readMigrationFiles({ migrationsFolder: join(projectRoot, "db/migrations") });
    await db.execute(sql`create schema drizzle`);
    await db.execute(
      sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    );
    await db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('', ${migrations.at(-1)?.folderMillis ?? 0})`,
    );
    expect(await migrate(db)).toContain("move what is in this one there with pg_dump");
  });
});

test("a team set up with the digits of another runtime has those of ISO 4217 from then on, never fewer than it had", async () => {
  const { db } = database;
  const migration = readMigration("0009_currency_digits");
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

test("names of earlier imports are one line from then on, but for one whose mended name another has", async () => {
  const { db } = database;
  const stored: [name: string, key: string][] = [
    ["Acme \r\n Tyres", "acme \r\n tyres"],
    ["J\u030cana\tLtd", "j\u030cana\tltd"],
    ["Plain  Name", "plain  name"],
    ["Twin\nOne", "twin\none"],
    ["Twin One", "twin one"],
    ["Both\nSo", "both\nso"],
    ["Both\tSo", "both\tso"],
  ];
  const rows = stored.map(([name, nameKey]) => ({ name, nameKey }));
  const made = await db.insert(customers).values(rows).returning({ id: customers.id });
  const [first, second] = made.map(({ id }) => id);
  for (const customerId of [first ?? 0, second ?? 0])
    await db.insert(contacts).values({ customerId, name: "Jane\nDoe", nameKey: "jane\ndoe" });
  for (const name of ["Jane Doe", "Jane\nDoe", "Joe\nDoe"])
    await db.insert(members).values({ name, nameKey: name.toLowerCase(), role: "member" });
  await db.execute(sql.raw(readMigration("0010_names_in_one_line")));
  const after = await db.select().from(customers).orderBy(customers.id);
  expect(after.map(({ name, nameKey }) => [name, nameKey])).toEqual([
    ["Acme Tyres", "acme tyres"],
    ["J\u030cana Ltd", "\u01f0ana ltd"],
    ["Plain  Name", "plain  name"],
    ["Twin\nOne", "twin\none"],
    ["Twin One", "twin one"],
    ["Both So", "both so"],
    ["Both\tSo", "both\tso"],
  ]);
  expect((await db.select().from(contacts)).map(({ name }) => name)).toEqual(["Jane Doe", "Jane Doe"]);
  const people = await db.select().from(members).orderBy(members.id);
  expect(people.slice(-3).map(({ name }) => name)).toEqual(["Jane Doe", "Jane\nDoe", "Joe Doe"]);
});
