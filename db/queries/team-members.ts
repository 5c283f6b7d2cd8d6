import { and, asc, desc, eq, isNotNull, isNull, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { erasures, identities, invitations, members } from "@/db/schema";
import type { Role } from "@/lib/pipeline/role";
import { byName } from "./by-name";

const hasIdentity = sql<boolean>`exists (select from ${identities} where ${identities.memberId} = ${members.id})`;
const hasErasure = sql`exists (select from ${erasures} where ${erasures.kind} = 'member' and ${erasures.subjectId} = ${members.id})`;
// Nested: in a select from one table, Drizzle writes the columns of the outermost SQL without their table.
const isErased = sql<boolean>`(${hasErasure})`;
const hasLogin = sql<boolean>`(${members.passwordHash} is not null or ${hasIdentity})`;

/** Everybody who is on the team, those who can sign in first, by name, with how they came and when they were last seen. */
export async function listTeamMembers(db: Database) {
  const inviters = alias(members, "inviters");
  const accepted = db
    .selectDistinctOn([invitations.acceptedById], {
      memberId: invitations.acceptedById,
      invitedById: invitations.invitedById,
      acceptedAt: invitations.acceptedAt,
    })
    .from(invitations)
    .orderBy(asc(invitations.acceptedById), desc(invitations.acceptedAt))
    .as("accepted");
  return db
    .select({
      id: members.id,
      name: members.name,
      email: members.email,
      role: members.role,
      version: members.version,
      hasLogin,
      lastSeenAt: members.lastSeenAt,
      joinedAt: sql<Date>`coalesce(${accepted.acceptedAt}, ${members.createdAt})`.mapWith(members.createdAt),
      invitedBy: inviters.name,
    })
    .from(members)
    .leftJoin(accepted, eq(accepted.memberId, members.id))
    .leftJoin(inviters, eq(inviters.id, accepted.invitedById))
    .where(isNull(members.removedAt))
    .orderBy(desc(hasLogin), byName(members.name), asc(members.id));
}

export type TeamMember = Awaited<ReturnType<typeof listTeamMembers>>[number];

/** Who was removed from the team, by name, and when. Whose details were erased is nobody any more. */
export async function listRemovedMembers(db: Database) {
  return db
    .select({
      id: members.id,
      name: members.name,
      removedAt: sql<Date>`${members.removedAt}`.mapWith(members.removedAt),
    })
    .from(members)
    .where(and(isNotNull(members.removedAt), not(isErased)))
    .orderBy(byName(members.name), asc(members.id));
}

/** A member with what decides what may be done about them, removed ones included; undefined: there is none. */
export async function getMember(db: Database, id: number) {
  const [row] = await db
    .select({
      id: members.id,
      name: members.name,
      email: members.email,
      role: members.role,
      version: members.version,
      hasLogin,
      hasPassword: sql<boolean>`${members.passwordHash} is not null`,
      removedAt: members.removedAt,
      isErased,
    })
    .from(members)
    .where(eq(members.id, id));
  return row;
}

/**
 * Who has a name in the log but no way to sign in: people of imported history, and those who were removed. Whose
 * details were erased is nobody any more.
 */
export async function listPeopleWithoutLogin(db: Database) {
  return db
    .select({ id: members.id, name: members.name, isRemoved: sql<boolean>`${members.removedAt} is not null` })
    .from(members)
    .where(and(not(hasLogin), not(isErased)))
    .orderBy(byName(members.name), asc(members.id));
}

/** Who is present and not erased, has no login and is called by this name (its key). */
export async function listPresentWithoutLogin(db: Database, nameKey: string) {
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.nameKey, nameKey), isNull(members.removedAt), not(hasLogin), not(isErased)))
    .orderBy(asc(members.id));
}

/** How many admins can sign in. */
export async function countAdmins(db: Database): Promise<number> {
  return db.$count(members, and(eq(members.role, "admin"), isNull(members.removedAt), hasLogin));
}

/** Whether somebody of the team has this e-mail, in any case. */
export async function isEmailTaken(db: Database, email: string): Promise<boolean> {
  return (await db.$count(members, sql`lower(${members.email}) = lower(${email})`)) > 0;
}

/** Makes a member and tells their id. */
export async function insertMember(
  db: Database,
  member: {
    name: string;
    nameKey: string;
    role: Role;
    email: string | null;
    passwordHash: string | null;
    createdAt: Date;
  },
): Promise<number> {
  const [row] = await db.insert(members).values(member).returning({ id: members.id });
  if (!row) throw new Error("The member was not stored.");
  return row.id;
}

/** Changes what is given of a member, and the version with it. */
export async function updateMember(
  db: Database,
  id: number,
  change: {
    name?: string;
    nameKey?: string;
    role?: Role;
    email?: string | null;
    passwordHash?: string | null;
    removedAt?: Date | null;
  },
): Promise<void> {
  await db
    .update(members)
    .set({ ...change, version: sql`${members.version} + 1` })
    .where(eq(members.id, id));
}
