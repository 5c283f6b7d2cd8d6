import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database } from "@/db/client";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
const migrationLock = 7_061_956;
const oldestServer = 15;

/** This version cannot work on this database; the message is a sentence for the operator. */
export class SchemaError extends Error {
  override name = "SchemaError";
}

/**
 * Brings the schema up to this version, in one transaction: all of it or nothing. Several processes may
 * do so at once; the others wait and find nothing left to do. The record is kept where drizzle-kit
 * keeps it.
 *
 * @returns what the operator should know: the locale of a database in use knows upper and lower case of ASCII alone.
 * @throws SchemaError when a later version of Pipelog has changed the schema, Postgres is too old, or the database
 *   is not encoded as UTF-8, or is new and of such a locale
 */
export async function migrate(db: Database): Promise<string | undefined> {
  const migrations = readMigrationFiles({ migrationsFolder });
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
    await checkServer(tx);
    const applied = await lastApplied(tx);
    const fault = await faultOfLocale(tx);
    if (fault && applied === 0) throw new SchemaError(`Pipelog needs another database: ${fault}`);
    if (applied > (migrations.at(-1)?.folderMillis ?? 0)) {
      throw new SchemaError("This database was made by a later version of Pipelog: run that version.");
    }
    for (const migration of migrations) {
      if (migration.folderMillis <= applied) continue;
      for (const statement of migration.sql) await applyStatement(tx, statement);
      await tx.execute(
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
      );
    }
    return fault;
  });
}

async function applyStatement(tx: Database, statement: string): Promise<void> {
  try {
    await tx.execute(sql.raw(statement));
  } catch (error) {
    const reason = error instanceof Error ? ((error.cause as Error | undefined) ?? error).message : error;
    const [, extension] = /^\s*create extension if not exists (\w+)/i.exec(statement) ?? [];
    if (!extension) throw error;
    throw new SchemaError(
      `Pipelog searches with Postgres's own extension ${extension}, which could not be created (${reason}). It comes with PostgreSQL (Debian: in the server's package; elsewhere often postgresql-contrib). Install it, or let an administrator of the database run: create extension ${extension};`,
    );
  }
}

async function checkServer(db: Database): Promise<void> {
  const [server] = await db.execute(
    sql`select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding`,
  );
  if (Number(server?.major) < oldestServer) {
    throw new SchemaError(`Pipelog needs PostgreSQL ${oldestServer} or later; this is ${server?.major}.`);
  }
  if (server?.encoding !== "UTF8") {
    throw new SchemaError(
      `Pipelog needs a database that is encoded as UTF-8; this one is ${server?.encoding}.`,
    );
  }
}

// Case as lower() and ilike, regular expressions and the search of notes each know it.
async function faultOfLocale(db: Database): Promise<string | undefined> {
  const [locale] = await db.execute(
    sql`select datctype as name,
        lower('Й') = 'й' and 'Й' ~* 'й' and to_tsvector('simple', 'Й') = to_tsvector('simple', 'й') as knows_letters
      from pg_database where datname = current_database()`,
  );
  if (locale?.knows_letters) return undefined;
  return `the locale of this one (${locale?.name}) knows upper and lower case of English letters alone, so that search and erasure miss names with others. Make one by create database pipelog template template0 encoding 'UTF8' locale 'C.UTF-8' (or 'en_US.UTF-8', or one of ICU), and move what is in this one there with pg_dump.`;
}

/** The newest migration this database has, by the millisecond it was made; 0 when it has none. */
async function lastApplied(db: Database): Promise<number> {
  const [record] = await db.execute(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as kept`,
  );
  if (!record?.kept) {
    await db.execute(sql`create schema if not exists drizzle`);
    await db.execute(
      sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    );
  }
  const [last] = await db.execute(sql`select max(created_at) as at from drizzle.__drizzle_migrations`);
  return Number(last?.at ?? 0);
}
