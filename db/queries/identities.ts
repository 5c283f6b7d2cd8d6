import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { identities, members } from "@/db/schema";

/** A sign-in at an OpenID Connect issuer: nobody else has the same pair. */
export type Identity = { issuer: string; subject: string };

/** The id of the member this identity is linked to, while they are of the team. */
export async function getMemberOfIdentity(db: Database, { issuer, subject }: Identity) {
  const [row] = await db
    .select({ id: members.id })
    .from(identities)
    .innerJoin(members, eq(members.id, identities.memberId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject), isNull(members.removedAt)));
  return row?.id;
}

/** Links an identity to a member. */
export async function insertIdentity(
  db: Database,
  identity: Identity & { memberId: number; linkedAt: Date },
): Promise<void> {
  await db.insert(identities).values(identity);
}

/** Unlinks every identity of a member. */
export async function deleteIdentitiesOf(db: Database, memberId: number): Promise<void> {
  await db.delete(identities).where(eq(identities.memberId, memberId));
}
