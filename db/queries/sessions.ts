import { and, desc, eq, gt, isNull, lte, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members, sessions, team } from "@/db/schema";

/** Signs a browser in: its token's hash from now on stands for the member. */
export async function insertSession(
  db: Database,
  session: { tokenHash: string; memberId: number; now: Date; expiresAt: Date; userAgent: string | null },
): Promise<void> {
  const { now, ...row } = session;
  await db.insert(sessions).values({ ...row, createdAt: now, lastSeenAt: now });
  await db.update(members).set({ lastSeenAt: now }).where(eq(members.id, session.memberId));
}

/** Who is signed in by this token's hash, with the team; undefined: nobody (any more). */
export async function getSession(db: Database, tokenHash: string, now: Date) {
  const [row] = await db
    .select({
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      member: {
        id: members.id,
        name: members.name,
        email: members.email,
        role: members.role,
        singleKeys: members.singleKeys,
        appearance: members.appearance,
      },
      team,
    })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .innerJoin(team, eq(team.id, 1))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), isNull(members.removedAt)));
  return row;
}

/** Moves the end of a session on and notes that its member was there, unless somebody just did (it was seen after `seenUntil`). */
export async function extendSession(
  db: Database,
  tokenHash: string,
  { now, seenUntil, expiresAt }: { now: Date; seenUntil: Date; expiresAt: Date },
): Promise<void> {
  const [extended] = await db
    .update(sessions)
    .set({ lastSeenAt: now, expiresAt })
    .where(and(eq(sessions.tokenHash, tokenHash), lte(sessions.lastSeenAt, seenUntil)))
    .returning({ memberId: sessions.memberId });
  if (extended) await db.update(members).set({ lastSeenAt: now }).where(eq(members.id, extended.memberId));
}

/** The browsers a member is signed in with, the last seen first. */
export async function listSessions(db: Database, memberId: number, now: Date) {
  return db
    .select({
      tokenHash: sessions.tokenHash,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.memberId, memberId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt));
}

/** Signs a member out in one of their own browsers; one of somebody else stays. */
export async function deleteSessionOf(db: Database, memberId: number, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.memberId, memberId), eq(sessions.tokenHash, tokenHash)));
}

/** Signs a member out everywhere but in one browser. */
export async function deleteOtherSessionsOf(db: Database, memberId: number, kept: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.memberId, memberId), ne(sessions.tokenHash, kept)));
}

/** Signs one browser out. */
export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Signs a member out everywhere. */
export async function deleteSessionsOf(db: Database, memberId: number): Promise<void> {
  await db.delete(sessions).where(eq(sessions.memberId, memberId));
}

/** Sweeps out the sessions that have ended by themselves. */
export async function deleteExpiredSessions(db: Database, now: Date): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now));
}
