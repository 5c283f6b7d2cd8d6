"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { takeAttempt, waitInWords } from "@/lib/auth/attempt-limits";
import { visitorOf } from "@/lib/auth/client-address";
import { ownOrigin } from "@/lib/auth/own-origin";
import {
  askedLinkHours,
  askForResetLink,
  makeResetLink,
  ResetLinkGoneError,
  setPasswordByLink,
} from "@/lib/auth/password-reset-link";
import { tellOfPassword } from "@/lib/auth/tell-of-account";
import { environment } from "@/lib/env";
import { plural } from "@/lib/format/plural";
import { deliverLater } from "@/lib/mail/deliver";
import { passwordResetMail } from "@/lib/mail/password-mails";
import { RuleError } from "@/lib/rule-error";
import { emailSchema, newPasswordSchema } from "@/lib/set-up/set-up-schema";
import { memberAction } from "./member-action";
import { idField } from "./number-fields";
import { publicAction } from "./public-action";

/** A link just made for somebody who forgot the password: what to hand over, this once. */
type MadeResetLink = { name: string; link: string };

const goodFor = `${askedLinkHours} ${plural(askedLinkHours, "hour", "hours")}`;

/** Makes a link by which a member sets a new password. */
export const makeResetLinkAction = memberAction(
  z.object({ memberId: idField }),
  async ({ memberId }, { member }) => {
    const { name, token } = await makeResetLink(db, { actor: member, now: new Date(), memberId });
    const more: MadeResetLink = { name, link: `${await ownOrigin()}/new-password/${token}` };
    return { more };
  },
  "admin",
);

/** Mails a link to set a new password, if somebody signs in with that e-mail; the answer never tells whether. */
export const askForResetLinkAction = publicAction(z.object({ email: emailSchema }), async ({ email }) => {
  const { mail, authSecret } = environment();
  if (!mail) throw new RuleError("No mail is sent here. Ask an admin of your team for a link.");
  const now = new Date();
  const visitor = visitorOf((await headers()).get("x-forwarded-for") ?? undefined);
  const keys = [
    { kind: "reset e-mail", of: email },
    { kind: "reset address", of: visitor },
  ] as const;
  const seconds = await takeAttempt(db, authSecret, keys, now);
  if (seconds > 0)
    throw new RuleError(`Too many requests. Please wait ${waitInWords(seconds)}, then try again.`);
  deliverLater(db, async (linkTo) => {
    const [team, asked] = await Promise.all([getTeam(db), askForResetLink(db, email, now)]);
    if (!team || !asked) return undefined;
    const link = linkTo(`/new-password/${asked.token}`);
    return passwordResetMail({ to: asked.to, team: team.name, link, goodFor });
  });
  return {
    done: `If somebody of the team signs in with ${email} and a password, a link is on its way there. It is good for ${goodFor}.`,
  };
});

/** Sets a new password by the link of a mail or of an admin, and leads to the sign-in. */
export const setPasswordByLinkAction = publicAction(
  z.object({ token: z.string().max(200).default(""), password: newPasswordSchema }),
  async ({ token, password }) => {
    try {
      const member = await setPasswordByLink(db, { token, password, now: new Date() });
      const team = await getTeam(db);
      if (team) tellOfPassword(db, { member, team });
    } catch (error) {
      if (error instanceof ResetLinkGoneError)
        redirect(`/new-password/${encodeURIComponent(token)}` as Route);
      throw error;
    }
    redirect("/sign-in?password=changed");
  },
);
