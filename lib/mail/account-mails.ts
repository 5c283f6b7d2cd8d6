import type { Mail } from "./mail";

type Changed = { to: Mail["to"]; team: string; issuer: string; link: string };

/** Tells a member that an account at the issuer signs in as them from now on. */
export function accountLinkedMail({ to, team, issuer, link }: Changed): Mail {
  return {
    to,
    subject: `An account at ${issuer} was linked to yours for ${team}`,
    paragraphs: [
      `Hello ${to.name},`,
      `an account at ${issuer} was just linked to yours: whoever has it can sign in as you to the sales pipeline of ${team}.`,
      "If it was you, there is nothing to do. If not, unlink it in your profile, change your password and tell an admin of your team.",
    ],
    link: { label: "See your profile", href: link },
  };
}

/** Tells a member that they sign in with their password only from now on. */
export function accountUnlinkedMail({ to, team, issuer, link }: Changed): Mail {
  return {
    to,
    subject: `Your account at ${issuer} was unlinked for ${team}`,
    paragraphs: [
      `Hello ${to.name},`,
      `your account at ${issuer} was just unlinked: you sign in to the sales pipeline of ${team} with your password only.`,
      "If it was you, there is nothing to do. If not, change your password and tell an admin of your team.",
    ],
    link: { label: "See your profile", href: link },
  };
}
