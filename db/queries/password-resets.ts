import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members, passwordResets } from "@/db/schema";

/** Keeps a link by which a member sets a new password, by its token's hash. */
export async function insertPasswordReset(
  db: Database,
  reset: { tokenHash: string; memberId: number; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.insert(passwordResets).values(reset);
}

/** Whose link this token's hash is of, while it is good. */
export async function getPasswordReset(db: Database, tokenHash: string, now: Date) {
  const [row] = await db
    .select({ memberId: members.id, name: members.name, email: members.email })
    .from(passwordResets)
    .innerJoin(members, eq(members.id, passwordResets.memberId))
    .where(
      and(
        eq(passwordResets.tokenHash, tokenHash),
        gt(passwordResets.expiresAt, now),
        isNull(members.removedAt),
      ),
    );
  return row;
}

/** Ends all links by which a member could set a new password. */
export async function deletePasswordResetsOf(db: Database, memberId: number): Promise<void> {
  await db.delete(passwordResets).where(eq(passwordResets.memberId, memberId));
}

/** Sweeps out the links that have ended by themselves. */
export async function deleteExpiredPasswordResets(db: Database, now: Date): Promise<void> {
  await db.delete(passwordResets).where(lte(passwordResets.expiresAt, now));
}
