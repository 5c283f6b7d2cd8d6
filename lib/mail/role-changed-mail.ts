import type { Role } from "@/lib/pipeline/role";
import { roleWords } from "@/lib/wording/role-words";
import type { Mail } from "./mail";

type RoleChanged = { to: Mail["to"]; changedBy: string; team: string; role: Role; link: string };

/** Tells a member what they may do from now on. */
export function roleChangedMail({ to, changedBy, team, role, link }: RoleChanged): Mail {
  return {
    to,
    subject: `You are ${roleWords[role].withArticle} of ${team} now`,
    paragraphs: [
      `Hello ${to.name},`,
      `${changedBy} has made you ${roleWords[role].withArticle} of ${team}. What you may do now: ${roleWords[role].may}`,
    ],
    link: { label: `Open ${team}`, href: link },
  };
}
