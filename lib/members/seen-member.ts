import type { Database } from "@/db/client";
import { getLastChange } from "@/db/queries/last-change";
import { countAdmins, getMember } from "@/db/queries/team-members";
import type { Actor } from "@/lib/pipeline/permissions";
import type { Role } from "@/lib/pipeline/role";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";
import { roleWords } from "@/lib/wording/role-words";

/** Which member, in the version that was seen. */
export type SeenMember = { memberId: number; version: number };

/** The member who is of the team in the version that was seen. @throws RuleError they are gone or changed; tells by whom and how. */
export async function seenMember(db: Database, actor: Actor, { memberId, version }: SeenMember) {
  const member = await getMember(db, memberId);
  if (!member) throw new RuleError("There is no such member.");
  if (!member.removedAt && member.version === version) return member;
  const who = whoHas(await getLastChange(db, "member", memberId), actor);
  throw new RuleError(
    member.removedAt
      ? `${who} removed ${member.name} from the team meanwhile.`
      : `${who} changed ${member.name} meanwhile: ${member.name} is ${roleWords[member.role].withArticle} now. Look at it as it is, and try again.`,
  );
}

/** @throws RuleError the member is the last admin who can sign in. Ask while the members are locked. */
export async function keepAnAdmin(
  db: Database,
  member: { name: string; role: Role; hasLogin: boolean },
  wanted: "demoted" | "removed",
): Promise<void> {
  if (member.role !== "admin" || !member.hasLogin || (await countAdmins(db)) > 1) return;
  throw new RuleError(
    `${member.name} is the last admin and cannot be ${wanted}: make somebody else an admin first.`,
  );
}
