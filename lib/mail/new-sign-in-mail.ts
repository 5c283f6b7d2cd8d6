import type { Mail } from "./mail";

type SignedIn = { to: Mail["to"]; team: string; browser: string; moment: string; link: string };

/** Tells a member that a browser that was never seen before has signed in as them. */
export function newSignInMail({ to, team, browser, moment, link }: SignedIn): Mail {
  return {
    to,
    subject: `A new sign-in to ${team}`,
    paragraphs: [
      `Hello ${to.name},`,
      `${browser} has signed in as you to the sales pipeline of ${team}, on ${moment}. It had not before.`,
      "If it was you, there is nothing to do. If not, change your password, which signs every other browser out, and tell an admin of your team.",
    ],
    link: { label: "See where you are signed in", href: link },
  };
}
