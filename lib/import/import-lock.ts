import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { takeLock } from "@/db/queries/advisory-lock";
import { RuleError } from "@/lib/rule-error";

const importLock = 7_450_003;

/** Taken by an import before any other lock, until its transaction ends: one import at a time. */
export async function lockImports(db: Database): Promise<void> {
  await takeLock(db, importLock);
}

/**
 * Keeps imports out until the transaction ends, for what moves or erases names an import has looked up, and for what
 * would have to wait for its end while others wait for it. Taken before the pipeline is locked. Whoever only looks
 * what a change would do keeps nobody out.
 *
 * @throws RuleError an import is running.
 */
export async function keepImportsOut(db: Database): Promise<void> {
  const [row] = await db.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(${importLock}::bigint) as free
      where current_setting('transaction_read_only') = 'off'`,
  );
  if (row && !row.free) throw new RuleError("An import is running. Try again when it is done.");
}
