import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** Written by every visit, whoever comes. */
const visits = ["sessions", "sign_in_failures", "devices"];

/**
 * What stands in the database: for each table how many rows, and a checksum of all they hold, but for when
 * somebody was last seen.
 */
export async function databaseContent(db: Database): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const names = tables.map(({ name }) => name).filter((name) => !visits.includes(name));
  const each = names.map(
    (name) => sql`select ${name} as name, count(*) || ' ' ||
      coalesce(md5(string_agg(hash, '' order by hash)), '') as content from (
        select md5((to_jsonb(t) - 'last_seen_at')::text) as hash from ${sql.identifier(name)} t) as rows`,
  );
  const rows = await db.execute<{ name: string; content: string }>(sql.join(each, sql` union all `));
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
}
