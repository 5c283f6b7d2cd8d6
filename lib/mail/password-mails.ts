import type { Mail } from "./mail";

type Asked = { to: Mail["to"]; team: string; link: string; goodFor: string };

/** Gives whoever forgot the password a link to set a new one. */
export function passwordResetMail({ to, team, link, goodFor }: Asked): Mail {
  return {
    to,
    subject: `A new password for ${team}`,
    paragraphs: [
      `Hello ${to.name},`,
      `somebody, most likely you, asked for a new password for the sales pipeline of ${team}. Open the link to set one.`,
    ],
    link: { label: "Set a new password", href: link },
    closing: `The link works one time and for ${goodFor}. If it was not you, leave it be: your password stays as it is.`,
  };
}

/** Tells a member that their password is another one now. */
export function passwordChangedMail({ to, team, link }: Omit<Asked, "goodFor">): Mail {
  return {
    to,
    subject: `Your password for ${team} was changed`,
    paragraphs: [
      `Hello ${to.name},`,
      `your password for the sales pipeline of ${team} was just changed, and other browsers were signed out.`,
      "If it was you, there is nothing to do. If not, ask for a new password now and tell an admin of your team.",
    ],
    link: { label: "Forgotten password", href: link },
  };
}
