import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { updateMember } from "@/db/queries/team-members";
import type { Acting } from "@/lib/acting";
import { nameKey } from "@/lib/pipeline/name-key";
import { asAdmin } from "./as-admin";
import { memberName } from "./member-name";
import { type SeenMember, seenMember } from "./seen-member";

/**
 * Corrects a member's name, also of somebody who came with an import and cannot sign in. It stands so on everything
 * they ever held or recorded; an import finds them by it from then on.
 *
 * @throws RuleError the name is missing or too long; the member was changed since `version` or is gone; the actor
 * is no admin.
 */
export async function renameMember(
  db: Database,
  { actor, name: typed, ...seen }: Pick<Acting, "actor"> & SeenMember & { name: string },
): Promise<void> {
  const name = memberName(typed, "Enter the name.");
  await asAdmin(db, actor, async (tx) => {
    const member = await seenMember(tx, actor, seen);
    if (member.name === name) return;
    await updateMember(tx, member.id, { name, nameKey: nameKey(name) });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "change name",
      subject: "member",
      subjectId: String(member.id),
      before: { name: member.name },
      after: { name },
    });
  });
}
