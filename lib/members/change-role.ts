import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { revokeInvitations } from "@/db/queries/invitations";
import { revokeShareLinks } from "@/db/queries/share-links";
import { updateMember } from "@/db/queries/team-members";
import type { Acting } from "@/lib/acting";
import { mayShare } from "@/lib/pipeline/permissions";
import type { Role } from "@/lib/pipeline/role";
import { asAdmin } from "./as-admin";
import { keepAnAdmin, type SeenMember, seenMember } from "./seen-member";

/**
 * Gives a member another role; it holds from their next request on. Who is an admin no longer has the
 * invitations they made ended, so that no link of theirs makes an admin later; the links that a viewer to be
 * has shared end, as viewers share nothing.
 *
 * @returns whom it concerns, and whether the role is another one now.
 * @throws RuleError the member was changed since `version`; is the last admin; the actor is no admin.
 */
export async function changeRole(
  db: Database,
  { actor, now, role, ...seen }: Acting & SeenMember & { role: Role },
): Promise<{ name: string; email: string | null; isChanged: boolean }> {
  return asAdmin(db, actor, async (tx) => {
    const member = await seenMember(tx, actor, seen);
    const { name, email } = member;
    if (member.role === role) return { name, email, isChanged: false };
    await keepAnAdmin(tx, member, "demoted");
    await updateMember(tx, member.id, { role });
    const ended = role === "admin" ? [] : await revokeInvitations(tx, { invitedById: member.id }, now);
    const links = mayShare({ role })
      ? []
      : await revokeShareLinks(tx, { madeById: member.id }, { now, revokedById: actor.id });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "change role",
      subject: "member",
      subjectId: String(member.id),
      before: { role: member.role },
      after: {
        role,
        invitationsEnded: ended.map(({ id }) => id),
        invitedNames: ended.map(({ name }) => name),
        shareLinksEnded: links.map(({ id }) => id),
        shareLinkTitles: links.map(({ title }) => title),
      },
    });
    return { name, email, isChanged: true };
  });
}
