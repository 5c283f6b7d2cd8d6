import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const pipelineLock = 7_450_001;

// Whoever only looks what a change would do (lib/stages/preview-stage-change.ts) may make nobody wait.
const unlessReadOnly = sql`current_setting('transaction_read_only') = 'off'`;

/**
 * Taken by everything that derives a deal from the stages as they are set: held until the transaction ends,
 * beside others of its kind. Taken before any customer is locked.
 */
export async function lockPipelineShared(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock_shared(${pipelineLock}::bigint) where ${unlessReadOnly}`);
}

/** Taken by what changes the meaning of stages: waits for those who derive, and they for it. */
export async function lockPipelineExclusive(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${pipelineLock}::bigint) where ${unlessReadOnly}`);
}
