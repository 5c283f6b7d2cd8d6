import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * Waits for a lock of that number and holds it until the transaction ends; a shared one beside others of its kind.
 * Whoever only looks what a change would do, in a transaction that can write nothing, waits for nobody and makes
 * nobody wait.
 */
export async function takeLock(
  db: Database,
  number: number,
  { isShared = false }: { isShared?: boolean } = {},
): Promise<void> {
  const take = isShared ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await db.execute(
    sql`select ${take}(${number}::bigint) where current_setting('transaction_read_only') = 'off'`,
  );
}
