import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { apiTokens, invitations, shareLinks } from "@/db/schema";

/** How many ways in are good that a member made: shared links, tokens, invitations; and invitations for them. */
export async function countGoodAccess(db: Database, memberId: number, now: Date) {
  const isOpen = and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
  );
  const isMade = eq(invitations.invitedById, memberId);
  const [shared, tokens, made, madeOrMeant] = await Promise.all([
    db.$count(
      shareLinks,
      and(
        eq(shareLinks.madeById, memberId),
        isNull(shareLinks.revokedAt),
        or(isNull(shareLinks.expiresAt), gt(shareLinks.expiresAt, now)),
      ),
    ),
    db.$count(apiTokens, and(eq(apiTokens.madeById, memberId), isNull(apiTokens.revokedAt))),
    db.$count(invitations, and(isMade, isOpen)),
    db.$count(invitations, and(or(isMade, eq(invitations.memberId, memberId)), isOpen)),
  ]);
  return { shareLinks: shared, tokens, madeInvitations: made, invitations: madeOrMeant };
}

export type GoodAccess = Awaited<ReturnType<typeof countGoodAccess>>;
