import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getInvitation, revokeInvitations } from "@/db/queries/invitations";
import { RuleError } from "@/lib/rule-error";
import { asAdmin, type TeamChange } from "./as-admin";

/** Ends an invitation before it is used. @throws RuleError it was used or revoked meanwhile; the actor is no admin. */
export async function revokeInvitation(
  db: Database,
  { actor, now, invitationId }: TeamChange & { invitationId: number },
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    const invitation = await getInvitation(tx, invitationId);
    if (!invitation) throw new RuleError("There is no such invitation.");
    const { name, role, acceptedAt, revokedAt } = invitation;
    if (acceptedAt) throw new RuleError(`${name} has accepted meanwhile and is of the team.`);
    if (revokedAt) throw new RuleError(`The invitation of ${name} was revoked already.`);
    await revokeInvitations(tx, { id: invitationId }, now);
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "revoke invitation",
      subject: "invitation",
      subjectId: String(invitationId),
      before: { name, role },
    });
  });
}
