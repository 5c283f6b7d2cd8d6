import type { Database } from "@/db/client";
import { takeLock } from "./advisory-lock";

const membersLock = 7_450_002;

/**
 * Taken by everything that decides who is of the team and what they may, or that only some may do: one after the
 * other, until the transaction ends, so that each sees what the one before it did.
 */
export async function lockMembers(db: Database): Promise<void> {
  await takeLock(db, membersLock);
}
