import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * Waits for a lock of that number, or of that text, and holds it until the transaction ends; a shared one beside
 * others of its kind.
 * Whoever only looks what a change would do, in a transaction that can write nothing, waits for nobody and makes
 * nobody wait.
 */
export async function takeLock(
  db: Database,
  key: number | string,
  { isShared = false }: { isShared?: boolean } = {},
): Promise<void> {
  const take = isShared ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  const number = typeof key === "number" ? sql`${key}::bigint` : sql`hashtextextended(${key}, 0)`;
  await db.execute(sql`select ${take}(${number}) where current_setting('transaction_read_only') = 'off'`);
}
