import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getInvitation, revokeInvitations } from "@/db/queries/invitations";
import type { Acting } from "@/lib/acting";
import type { Role } from "@/lib/pipeline/role";
import { RuleError } from "@/lib/rule-error";
import { asAdmin } from "./as-admin";

/** Ends an open invitation, and says so in the audit log; whether one may is the caller's to know. */
export async function endInvitation(
  tx: Database,
  { actor, now, invitation }: Acting & { invitation: { id: number; name: string; role: Role } },
): Promise<void> {
  const { id, name, role } = invitation;
  await revokeInvitations(tx, { id }, now);
  await insertAuditEntry(tx, {
    memberId: actor.id,
    act: "revoke invitation",
    subject: "invitation",
    subjectId: String(id),
    before: { name, role },
  });
}

/** Ends an invitation before it is used. @throws RuleError it was used or revoked meanwhile; the actor is no admin. */
export async function revokeInvitation(
  db: Database,
  { actor, now, invitationId }: Acting & { invitationId: number },
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    const invitation = await getInvitation(tx, invitationId);
    if (!invitation) throw new RuleError("There is no such invitation.");
    const { name, role, acceptedAt, revokedAt } = invitation;
    if (acceptedAt) throw new RuleError(`${name} has accepted meanwhile and is of the team.`);
    if (revokedAt) throw new RuleError(`The invitation of ${name} was revoked already.`);
    await endInvitation(tx, { actor, now, invitation: { id: invitationId, name, role } });
  });
}
