import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import type { TestDatabase } from "@/tests/support/create-test-database";

/** Acts on a test's database as on a standby: every write is refused. */
export async function onReadOnly<T>({ env }: TestDatabase, act: (db: Database) => Promise<T>): Promise<T> {
  const sql = postgres({
    host: env.PGHOST,
    port: Number(env.PGPORT),
    user: env.PGUSER,
    database: env.PGDATABASE,
    max: 1,
    connection: { default_transaction_read_only: true },
  });
  try {
    return await act(drizzle(sql, { schema, casing: "snake_case" }));
  } finally {
    await sql.end();
  }
}
