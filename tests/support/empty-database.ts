import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** Takes everything out of the database, so that the app on it is a new installation. */
export async function emptyDatabase(db: Database): Promise<void> {
  const tables = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const names = tables.map(({ name }) => sql.identifier(name));
  await db.execute(sql`truncate ${sql.join(names, sql`, `)} restart identity`);
}
