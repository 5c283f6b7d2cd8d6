import type { Role } from "@/lib/pipeline/role";
import { roleWords } from "@/lib/wording/role-words";
import type { Mail } from "./mail";

type Invited = {
  to: Mail["to"];
  invitedBy: string;
  team: string;
  role: Role;
  link: string;
  goodFor: string;
};

/** Invites somebody to join by a link that works one time. */
export function invitationMail({ to, invitedBy, team, role, link, goodFor }: Invited): Mail {
  return {
    to,
    subject: `${invitedBy} invites you to ${team}`,
    paragraphs: [
      `Hello ${to.name},`,
      `${invitedBy} invites you to the sales pipeline of ${team} as ${roleWords[role].withArticle}. Open the link and choose how you sign in.`,
    ],
    link: { label: "Join the team", href: link },
    closing: `The link works one time and for ${goodFor}. If you did not expect it, leave it be: nothing happens.`,
  };
}
