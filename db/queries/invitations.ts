import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { auditLog, invitations, members } from "@/db/schema";
import type { Role } from "@/lib/pipeline/role";

const notUsed = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

const isOpen = (now: Date) => and(notUsed, gt(invitations.expiresAt, now));

const invitees = alias(members, "invitees");

const isInvitee = eq(invitees.id, invitations.memberId);

/** Somebody of imported history is called as they are now, not as when they were invited. */
const currentName = sql<string>`coalesce(${invitees.name}, ${invitations.name})`;

/** Keeps an invitation by its token's hash and tells its id. */
export async function insertInvitation(
  db: Database,
  invitation: {
    tokenHash: string;
    name: string;
    role: Role;
    memberId: number | null;
    invitedById: number;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<number> {
  const [row] = await db.insert(invitations).values(invitation).returning({ id: invitations.id });
  if (!row) throw new Error("The invitation was not stored.");
  return row.id;
}

/** The invitation of this token's hash while it can be accepted: its maker is still of the team. */
export async function getOpenInvitation(db: Database, tokenHash: string, now: Date) {
  const [row] = await db
    .select({
      id: invitations.id,
      name: currentName,
      role: invitations.role,
      memberId: invitations.memberId,
      email: invitations.email,
      invitedBy: members.name,
    })
    .from(invitations)
    .innerJoin(members, eq(members.id, invitations.invitedById))
    .leftJoin(invitees, isInvitee)
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen(now), isNull(members.removedAt)));
  return row;
}

export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof getOpenInvitation>>>;

/** Whether the invitation of this token's hash was accepted by the member who signs in with that e-mail. */
export async function isAcceptedBy(db: Database, tokenHash: string, email: string): Promise<boolean> {
  const accepted = await db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(members, eq(members.id, invitations.acceptedById))
    .where(and(eq(invitations.tokenHash, tokenHash), sql`lower(${members.email}) = lower(${email})`));
  return accepted.length > 0;
}

/** The members who have the name of an invitation and whom its maker said it is not for: kept in the audit log alone. */
export async function listDeclinedNamesakes(db: Database, id: number): Promise<number[]> {
  const rows = await db
    .select({ ids: sql<number[] | null>`${auditLog.after} -> 'otherThan'` })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subject, "invitation"),
        eq(auditLog.subjectId, String(id)),
        eq(auditLog.act, "invite member"),
      ),
    );
  return rows.flatMap(({ ids }) => ids ?? []);
}

/** The invitations that can still be accepted, the newest last. */
export async function listOpenInvitations(db: Database, now: Date) {
  const inviters = alias(members, "inviters");
  return db
    .select({
      id: invitations.id,
      name: currentName,
      role: invitations.role,
      memberId: invitations.memberId,
      email: invitations.email,
      invitedBy: inviters.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(inviters, eq(inviters.id, invitations.invitedById))
    .leftJoin(invitees, isInvitee)
    .where(isOpen(now))
    .orderBy(asc(invitations.id));
}

/** The invitation of somebody without a login that can still be accepted; undefined: there is none. */
export async function getOpenInvitationFor(db: Database, memberId: number, now: Date) {
  const [row] = await db
    .select({ id: invitations.id, name: currentName, role: invitations.role })
    .from(invitations)
    .leftJoin(invitees, isInvitee)
    .where(and(eq(invitations.memberId, memberId), isOpen(now)));
  return row;
}

/** An invitation, whatever became of it. */
export async function getInvitation(db: Database, id: number) {
  const [row] = await db
    .select({
      id: invitations.id,
      name: currentName,
      role: invitations.role,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .leftJoin(invitees, isInvitee)
    .where(eq(invitations.id, id));
  return row;
}

/** The invitation went out by mail to that address, which is kept while it is open. */
export async function noteInvitationMailed(db: Database, id: number, email: string): Promise<void> {
  await db
    .update(invitations)
    .set({ email })
    .where(and(eq(invitations.id, id), notUsed));
}

/** Forgets where the invitations that nobody used in time were mailed to. */
export async function forgetExpiredInvitationMails(db: Database, now: Date): Promise<void> {
  await db.update(invitations).set({ email: null }).where(lte(invitations.expiresAt, now));
}

/** The invitation was used by this member. */
export async function acceptInvitationRow(
  db: Database,
  id: number,
  { memberId, now }: { memberId: number; now: Date },
): Promise<void> {
  await db
    .update(invitations)
    .set({ acceptedAt: now, acceptedById: memberId, email: null })
    .where(eq(invitations.id, id));
}

/**
 * Ends the unused invitations that are meant: one, those for a member, or those somebody made. Tells their ids and
 * whom they were for.
 */
export async function revokeInvitations(
  db: Database,
  which: { id: number } | { memberId: number } | { invitedById: number },
  now: Date,
): Promise<{ id: number; name: string }[]> {
  const meant =
    "id" in which
      ? eq(invitations.id, which.id)
      : "memberId" in which
        ? eq(invitations.memberId, which.memberId)
        : eq(invitations.invitedById, which.invitedById);
  return db
    .update(invitations)
    .set({ revokedAt: now, email: null })
    .where(and(meant, notUsed))
    .returning({ id: invitations.id, name: invitations.name });
}
