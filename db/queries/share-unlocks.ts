import { and, eq, gt, lte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { shareUnlocks } from "@/db/schema";

/** Keeps by its token's hash that a browser gave a link's passphrase. */
export async function insertShareUnlock(
  db: Database,
  unlock: { tokenHash: string; shareLinkId: number; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.insert(shareUnlocks).values(unlock);
}

/** Whether the token of this hash opens this link, still. */
export async function isUnlocked(
  db: Database,
  { tokenHash, shareLinkId }: { tokenHash: string; shareLinkId: number },
  now: Date,
): Promise<boolean> {
  const isOurs = and(eq(shareUnlocks.tokenHash, tokenHash), eq(shareUnlocks.shareLinkId, shareLinkId));
  return (await db.$count(shareUnlocks, and(isOurs, gt(shareUnlocks.expiresAt, now)))) > 0;
}

/** Sweeps out what is over. */
export async function deleteEndedShareUnlocks(db: Database, now: Date): Promise<void> {
  await db.delete(shareUnlocks).where(lte(shareUnlocks.expiresAt, now));
}
