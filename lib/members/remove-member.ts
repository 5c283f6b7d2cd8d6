import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { updateMember } from "@/db/queries/team-members";
import type { Acting } from "@/lib/acting";
import { asAdmin } from "./as-admin";
import { endAccess } from "./end-access";
import { keepAnAdmin, type SeenMember, seenMember } from "./seen-member";

/**
 * Removes a member from the team: their sessions, tokens, sign-ins, shared links and invitations (by them
 * and for them) end at once; their name stays on what they recorded.
 *
 * @throws RuleError the member was changed since `version`; is the last admin; the actor is no admin.
 */
export async function removeMember(
  db: Database,
  { actor, now, ...seen }: Acting & SeenMember,
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    const member = await seenMember(tx, actor, seen);
    await keepAnAdmin(tx, member, "removed");
    await updateMember(tx, member.id, { removedAt: now, email: null, passwordHash: null });
    const ended = await endAccess(tx, member.id, { endedById: actor.id, now });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "remove member",
      subject: "member",
      subjectId: String(member.id),
      before: { name: member.name, email: member.email, role: member.role },
      after: { ...ended.ids, ...ended.called },
    });
  });
}
