import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { inject } from "vitest";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { cloneDatabase } from "@/tests/support/clone-database";

export type TestDatabase = {
  db: Database;
  sql: Sql;
  /** What a child process, or `@/db/client` imported after it was set, reaches this database by. */
  env: { PGHOST: string; PGPORT: string; PGUSER: string; PGDATABASE: string };
  /** Closes the connections and drops the database. */
  drop: () => Promise<void>;
};

/**
 * A migrated, empty database of its own for one test file: make it in `beforeAll`, drop it in `afterAll`.
 * Takes some 50 ms.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const clone = await cloneDatabase(server);
  const sql = postgres({ ...server, database: clone.name, max: 10, fetch_types: false, onnotice: () => {} });
  return {
    db: drizzle(sql, { schema, casing: "snake_case" }),
    sql,
    env: {
      PGHOST: server.host,
      PGPORT: String(server.port),
      PGUSER: server.user,
      PGDATABASE: clone.name,
    },
    drop: async () => {
      await sql.end({ timeout: 1 });
      await clone.drop();
    },
  };
}
