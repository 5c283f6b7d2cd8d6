"use server";

import { z } from "zod";
import { ownPath } from "@/lib/auth/own-path";
import { startOidc } from "@/lib/auth/start-oidc";
import { environment } from "@/lib/env";
import { RuleError } from "@/lib/rule-error";
import { publicAction } from "./public-action";

/** Where to go on at the issuer: its own sign-in. */
export type IssuerAddress = { address: string };

/** Goes on at the OpenID Connect issuer, to sign in or to accept the invitation of this token. */
export const continueWithIssuerAction = publicAction(
  z.object({ next: z.string().optional(), token: z.string().max(200).optional() }),
  async ({ next, token }) => {
    const { oidc } = environment();
    if (!oidc) throw new RuleError("Signing in that way is switched off here.");
    const address = await startOidc(ownPath(next), { invitation: token });
    if (!address) throw new RuleError(`${oidc.name} does not answer right now. Please try again later.`);
    const more: IssuerAddress = { address };
    return { more };
  },
);
