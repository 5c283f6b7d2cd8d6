import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { takeLock } from "@/db/queries/advisory-lock";
import { lockPipelineExclusive } from "@/lib/log/pipeline-lock";
import { RuleError } from "@/lib/rule-error";

const importLock = 7_450_003;

/** Taken by an import before any other lock, until its transaction ends: one import at a time. */
export async function lockImports(db: Database): Promise<void> {
  await takeLock(db, importLock);
}

/** Refused while an import runs, which may be making or using what is asked about. */
export class ImportRunningError extends RuleError {
  override name = "ImportRunningError";

  constructor() {
    super("An import is running. Try again when it is done.");
  }
}

/**
 * Keeps imports out until the transaction ends, for what moves or erases names an import has looked up. Whoever only
 * looks what a change would do keeps nobody out.
 *
 * @throws ImportRunningError an import is running.
 */
export async function keepImportsOut(db: Database): Promise<void> {
  const [row] = await db.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(${importLock}::bigint) as free
      where current_setting('transaction_read_only') = 'off'`,
  );
  if (row && !row.free) throw new ImportRunningError();
}

/**
 * Locks the pipeline for what an admin changes while nobody logs: refused while an import runs, whose end everybody
 * would have to wait for behind it.
 *
 * @throws RuleError an import is running.
 */
export async function lockPipelineForAdmin(db: Database): Promise<void> {
  await keepImportsOut(db);
  await lockPipelineExclusive(db);
}
