import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import {
  deleteIdentitiesOf,
  getMemberOfIdentity,
  type Identity,
  insertIdentity,
} from "@/db/queries/identities";
import { lockMembers } from "@/db/queries/members-lock";
import { getProfile, listIssuersOf } from "@/db/queries/profiles";
import { RuleError } from "@/lib/rule-error";

const subjectOf = (memberId: number) => ({ memberId, subject: "member", subjectId: String(memberId) });

/**
 * Links an account at the issuer to the member who is signed in, so that they can sign in by either. Linked to
 * them already, nothing happens.
 *
 * @returns whether it was linked now.
 * @throws RuleError the account is somebody else's, or the member has another one there; they are gone.
 */
export async function linkIdentity(
  db: Database,
  { memberId, identity, now }: { memberId: number; identity: Identity; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockMembers(tx);
    if (!(await getProfile(tx, memberId))) throw new RuleError("You are not of the team any more.");
    const linkedTo = await getMemberOfIdentity(tx, identity);
    if (linkedTo === memberId) return false;
    if (linkedTo !== undefined) throw new RuleError("That account belongs to somebody else of the team.");
    if ((await listIssuersOf(tx, memberId)).includes(identity.issuer))
      throw new RuleError("You have linked another account there. Unlink that one first.");
    await insertIdentity(tx, { ...identity, memberId, linkedAt: now });
    await insertAuditEntry(tx, {
      ...subjectOf(memberId),
      act: "link account",
      after: { issuer: identity.issuer },
    });
    return true;
  });
}

/**
 * Unlinks every account at an issuer from the member who is signed in.
 *
 * @returns whether there was one.
 * @throws RuleError they have no password, so they could not sign in any more.
 */
export async function unlinkIdentities(db: Database, memberId: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockMembers(tx);
    const issuers = await listIssuersOf(tx, memberId);
    if (issuers.length === 0) return false;
    if (!(await getProfile(tx, memberId))?.passwordHash)
      throw new RuleError("You have no password, so this is your only way in.");
    await deleteIdentitiesOf(tx, memberId);
    await insertAuditEntry(tx, { ...subjectOf(memberId), act: "unlink account", before: { issuers } });
    return true;
  });
}
