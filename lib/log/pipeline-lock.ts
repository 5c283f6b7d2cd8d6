import type { Database } from "@/db/client";
import { takeLock } from "@/db/queries/advisory-lock";

const pipelineLock = 7_450_001;

/**
 * Taken by everything that derives a deal from the stages as they are set: held until the transaction ends,
 * beside others of its kind. Taken before any customer is locked.
 */
export async function lockPipelineShared(db: Database): Promise<void> {
  await takeLock(db, pipelineLock, { isShared: true });
}

/** Taken by what changes the meaning of stages: waits for those who derive, and they for it. */
export async function lockPipelineExclusive(db: Database): Promise<void> {
  await takeLock(db, pipelineLock);
}
