"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { getProfile } from "@/db/queries/profiles";
import { checkOwnPassword, WrongPasswordError } from "@/lib/auth/check-own-password";
import { currentSessionHash } from "@/lib/auth/current-session";
import { linkProof } from "@/lib/auth/link-proof";
import { startOidc } from "@/lib/auth/start-oidc";
import { tellOfAccount } from "@/lib/auth/tell-of-account";
import { environment } from "@/lib/env";
import { accountUnlinkedMail } from "@/lib/mail/account-mails";
import { unlinkIdentities } from "@/lib/members/link-identity";
import { RuleError } from "@/lib/rule-error";
import type { IssuerAddress } from "./continue-with-issuer";
import { memberAction } from "./member-action";
import type { ActionAnswer } from "./public-action";

/** Goes on at the issuer to link one's account there; whoever has a password proves it first. */
export const linkAccountAction = memberAction(
  z.object({ accountPassword: z.string().default("") }),
  async ({ accountPassword }, { member }): Promise<ActionAnswer<IssuerAddress>> => {
    const { oidc, authSecret } = environment();
    const session = await currentSessionHash();
    if (!oidc || !session) throw new RuleError("Signing in that way is switched off here.");
    if ((await getProfile(db, member.id))?.passwordHash) {
      const attempt = { memberId: member.id, current: accountPassword };
      try {
        await checkOwnPassword(db, authSecret, attempt, new Date());
      } catch (error) {
        if (error instanceof WrongPasswordError) return { errors: { accountPassword: error.message } };
        throw error;
      }
    }
    const address = await startOidc("/profile?account=linked", { linkProof: linkProof(session) });
    if (!address) throw new RuleError(`${oidc.name} does not answer right now. Please try again later.`);
    return { more: { address } };
  },
  "viewer",
  { isShownInPlace: true },
);

/** Unlinks one's account at the issuer; the password is then the only way in. */
export const unlinkAccountAction = memberAction(
  z.object({}),
  async (_, present) => {
    if (await unlinkIdentities(db, present.member.id)) tellOfAccount(db, present, accountUnlinkedMail);
    return { done: "The account is unlinked. You sign in with your password." };
  },
  "viewer",
);
