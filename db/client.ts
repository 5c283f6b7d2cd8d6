import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { databaseUrlRule, isDatabaseUrl } from "@/db/database-url";
import * as schema from "@/db/schema";

function openPool() {
  const options = {
    max: 10,
    onnotice: () => {},
    idle_timeout: 30,
    // Asking for the array types of each new connection would end the process if the server went meanwhile.
    fetch_types: false,
    // Behind a pooler in transaction mode the session may not be the one that prepared it: a commit became a rollback,
    // and was answered as done.
    prepare: false,
    // The counter of attempts is the whole pool's: ten lost connections would wait for 20 s.
    backoff: (attempts: number) => Math.min(3 ** attempts / 100, 0.5),
    // Days and instants are read as ISO, whatever the database is set to. PgBouncer knows this parameter and takes it.
    connection: { application_name: "pipelog", DateStyle: "ISO" },
  };
  const url = process.env.DATABASE_URL?.trim();
  if (url && !isDatabaseUrl(url)) throw new Error(databaseUrlRule);
  return url ? postgres(url, options) : postgres(options);
}

/**
 * The postgres.js client of this process: of `DATABASE_URL` when set, else of the libpq variables (`PGHOST` may be a
 * socket folder, `PGPORT`, `PGDATABASE`, `PGUSER`) that the launcher sets. Importing this throws the rule that a
 * DATABASE_URL breaks; it connects lazily, so that the first query fails when nothing answers.
 */
export const sql = openPool();

/** The Drizzle database of this process. */
export const db = drizzle(sql, { schema, casing: "snake_case" });

/** What every query and write takes first: the database itself or one transaction on it. */
export type Database = PgDatabase<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;
