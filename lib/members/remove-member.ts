import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { deleteIdentitiesOf } from "@/db/queries/identities";
import { revokeInvitations } from "@/db/queries/invitations";
import { deletePasswordResetsOf } from "@/db/queries/password-resets";
import { deleteSessionsOf } from "@/db/queries/sessions";
import { revokeShareLinks } from "@/db/queries/share-links";
import { updateMember } from "@/db/queries/team-members";
import { revokeTokens } from "@/db/queries/token-list";
import { asAdmin, type TeamChange } from "./as-admin";
import { keepAnAdmin, type SeenMember, seenMember } from "./seen-member";

/**
 * Removes a member from the team: their sessions, tokens, sign-ins, shared links and invitations (by them
 * and for them) end at once; their name stays on what they recorded.
 *
 * @throws RuleError the member was changed since `version`; is the last admin; the actor is no admin.
 */
export async function removeMember(
  db: Database,
  { actor, now, ...seen }: TeamChange & SeenMember,
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    const member = await seenMember(tx, actor, seen);
    await keepAnAdmin(tx, member, "removed");
    await updateMember(tx, member.id, { removedAt: now, email: null, passwordHash: null });
    await deleteSessionsOf(tx, member.id);
    await deletePasswordResetsOf(tx, member.id);
    await deleteIdentitiesOf(tx, member.id);
    const tokens = await revokeTokens(tx, { madeById: member.id }, now);
    const made = await revokeInvitations(tx, { invitedById: member.id }, now);
    const meant = await revokeInvitations(tx, { memberId: member.id }, now);
    const links = await revokeShareLinks(tx, { madeById: member.id }, { now, revokedById: actor.id });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "remove member",
      subject: "member",
      subjectId: String(member.id),
      before: { name: member.name, email: member.email, role: member.role },
      after: {
        tokensEnded: tokens.map(({ id }) => id),
        invitationsEnded: [...made, ...meant],
        shareLinksEnded: links,
      },
    });
  });
}
