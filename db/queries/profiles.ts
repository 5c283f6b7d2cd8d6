import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { identities, members } from "@/db/schema";

/** What a member says of themselves and how they want the app. */
export type ProfileValues = Pick<
  typeof members.$inferSelect,
  "name" | "appearance" | "singleKeys" | "defaultChannelId" | "defaultTopicId"
>;

/** A member's own profile; undefined when they are not of the team (any more). */
export async function getProfile(db: Database, memberId: number) {
  const [row] = await db
    .select({
      name: members.name,
      email: members.email,
      appearance: members.appearance,
      singleKeys: members.singleKeys,
      defaultChannelId: members.defaultChannelId,
      defaultTopicId: members.defaultTopicId,
      version: members.version,
      passwordHash: members.passwordHash,
    })
    .from(members)
    .where(and(eq(members.id, memberId), isNull(members.removedAt)));
  return row;
}

/** The issuers a member can sign in at. */
export async function listIssuersOf(db: Database, memberId: number): Promise<string[]> {
  const rows = await db
    .select({ issuer: identities.issuer })
    .from(identities)
    .where(eq(identities.memberId, memberId));
  return rows.map(({ issuer }) => issuer);
}

/** Changes a member's profile, if it is still in the version that was seen; tells whether it was. */
export async function updateProfile(
  db: Database,
  { memberId, version }: { memberId: number; version: number },
  values: ProfileValues & { nameKey: string },
): Promise<boolean> {
  const changed = await db
    .update(members)
    .set({ ...values, version: sql`${members.version} + 1` })
    .where(and(eq(members.id, memberId), eq(members.version, version), isNull(members.removedAt)))
    .returning({ id: members.id });
  return changed.length > 0;
}
