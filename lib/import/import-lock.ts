import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { RuleError } from "@/lib/rule-error";

const importLock = 7_450_003;

/** Taken by an import from the moment it looks up names until its transaction ends: one import at a time. */
export async function lockImports(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${importLock}::bigint)`);
}

/**
 * Keeps imports out until the transaction ends, for what moves or erases names an import has looked up.
 *
 * @throws RuleError an import is running.
 */
export async function keepImportsOut(db: Database): Promise<void> {
  const [row] = await db.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(${importLock}::bigint) as free`,
  );
  if (!row?.free) throw new RuleError("An import is running. Try again when it is done.");
}
