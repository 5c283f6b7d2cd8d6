import { eq, gt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { signInFailures } from "@/db/schema";

/** How attempts are slowed down: `free` ones at once, then 1, 2, 4, … seconds apart, up to the longest wait. */
export type AttemptLimit = { free: number; longestWaitSeconds: number; forgetAfterSeconds: number };

const failures = signInFailures.failures;

function waitAfter(count: SQL, limit: AttemptLimit) {
  return sql`make_interval(secs => case when ${count} < ${limit.free}::int then 0
    else least(${limit.longestWaitSeconds}::int, power(2, least(${count} - ${limit.free}::int, 30))) end)`;
}

function opensAt(limit: AttemptLimit) {
  return sql`${signInFailures.lastFailedAt} + ${waitAfter(sql`${failures}`, limit)}`;
}

/**
 * Counts an attempt as failed before it is made, if one may be made now. The row is locked by the count, so
 * of many at the same moment only as many pass as the limit lets.
 *
 * @returns whether it may be made.
 */
export async function countAttempt(
  db: Database,
  keyHash: string,
  limit: AttemptLimit,
  now: Date,
): Promise<boolean> {
  const forgotten = new Date(now.getTime() - limit.forgetAfterSeconds * 1000);
  const longestWaitEnds = new Date(now.getTime() + limit.longestWaitSeconds * 1000);
  const last = signInFailures.lastFailedAt;
  // A clock that was put back had dated it later than anybody has to wait: it would have held them up until then.
  const isForgotten = or(lte(last, forgotten), gt(last, longestWaitEnds));
  const counted = await db
    .insert(signInFailures)
    .values({ keyHash, failures: 1, lastFailedAt: now })
    .onConflictDoUpdate({
      target: signInFailures.keyHash,
      set: { failures: sql`case when ${isForgotten} then 1 else ${failures} + 1 end`, lastFailedAt: now },
      setWhere: sql`${failures} < ${limit.free}::int or ${isForgotten}
        or ${opensAt(limit)} <= ${now.toISOString()}::timestamptz`,
    })
    .returning({ failures });
  return counted.length > 0;
}

/** Whole seconds until the next attempt may be made, at least 1. */
export async function secondsToWait(
  db: Database,
  keyHash: string,
  limit: AttemptLimit,
  now: Date,
): Promise<number> {
  const [row] = await db
    .select({
      wait: sql<number>`ceil(extract(epoch from ${opensAt(limit)} - ${now.toISOString()}::timestamptz))::int`,
    })
    .from(signInFailures)
    .where(eq(signInFailures.keyHash, keyHash));
  return Math.max(1, row?.wait ?? 1);
}

/** Takes so many counted attempts of a key back. */
export async function forgiveAttempts(db: Database, keyHash: string, count: number): Promise<void> {
  await db
    .update(signInFailures)
    .set({ failures: sql`greatest(0, ${failures} - ${count}::int)` })
    .where(eq(signInFailures.keyHash, keyHash));
}

/** Takes back the attempt that was counted at `now`: unless another was since, the next may be made at once. */
export async function uncountAttempt(
  db: Database,
  keyHash: string,
  limit: AttemptLimit,
  now: Date,
): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const last = signInFailures.lastFailedAt;
  await db
    .update(signInFailures)
    .set({
      failures: sql`greatest(0, ${failures} - 1)`,
      lastFailedAt: sql`case when ${last} = ${at} then ${at} - ${waitAfter(sql`(${failures} - 1)`, limit)} else ${last} end`,
    })
    .where(eq(signInFailures.keyHash, keyHash));
}

/** Forgets all attempts of a key. */
export async function deleteAttempts(db: Database, keyHash: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.keyHash, keyHash));
}

/** Sweeps out what no limit looks at any more. */
export async function deleteAttemptsBefore(db: Database, before: Date): Promise<void> {
  await db.delete(signInFailures).where(lte(signInFailures.lastFailedAt, before));
}
