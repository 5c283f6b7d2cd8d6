import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * What a backup leaves behind: who is signed in or holds a way in, who failed to, and the code of an empty
 * installation. All else is taken, a new table too.
 */
const leftBehind = [
  "sessions",
  "sign_in_failures",
  "set_up_code",
  "password_resets",
  "devices",
  "share_unlocks",
  "known_browsers",
  "mail_status",
];

export type BackupTable = {
  name: string;
  columns: string[];
  /** The column that numbers its rows, if one does. */
  identity: string | null;
};

/** A table with its columns as COPY names them. */
export function copyTarget({ name, columns }: Pick<BackupTable, "name" | "columns">): string {
  return `"${name}" (${columns.map((column) => `"${column}"`).join(", ")})`;
}

/** The tables that a backup holds, each after those it refers to. */
export async function listBackupTables(db: Database): Promise<BackupTable[]> {
  const tables = await db.execute<BackupTable & { refers_to: string[] }>(sql`
    select
      c.relname as name,
      to_json(array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum
      )) as columns,
      (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '') as identity,
      to_json(array(
        select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid
      )) as refers_to
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all (${`{${leftBehind.join(",")}}`}::text[])
    order by c.relname`);
  const ordered: BackupTable[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const names = waiting.map(({ name }) => name);
    const ready = waiting.filter(({ refers_to }) => !refers_to.some((name) => names.includes(name)));
    if (ready.length === 0) throw new Error(`Tables refer to each other: ${names.join(", ")}.`);
    ordered.push(...ready.map(({ name, columns, identity }) => ({ name, columns, identity })));
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** The newest migration of this database: the millisecond it was made. */
export async function getSchemaVersion(db: Database): Promise<number> {
  const [row] = await db.execute(sql`select max(created_at) as at from drizzle.__drizzle_migrations`);
  return Number(row?.at);
}

/** How many rows a table has. */
export async function countRows(db: Database, table: string): Promise<number> {
  const [row] = await db.execute(sql`select count(*) as rows from ${sql.identifier(table)}`);
  return Number(row?.rows);
}

/** Keeps everybody else from writing to the tables until the transaction ends. */
export async function lockTables(db: Database, tables: readonly string[]): Promise<void> {
  const names = sql.join(
    tables.map((table) => sql.identifier(table)),
    sql`, `,
  );
  await db.execute(sql`lock table ${names} in exclusive mode`);
}

/** Lets a table number its next row after the last one it has. */
export async function continueNumbering(db: Database, { name, identity }: BackupTable): Promise<void> {
  if (!identity) return;
  const column = sql.identifier(identity);
  await db.execute(sql`
    select setval(pg_get_serial_sequence(${name}, ${identity}), max(${column}))
    from ${sql.identifier(name)} having count(*) > 0`);
}
