import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const membersLock = 7_450_002;

/**
 * Taken by everything that decides who is of the team and what they may: one after the other, until the
 * transaction ends, so that each sees what the one before it did.
 */
export async function lockMembers(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${membersLock}::bigint)`);
}
