"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "@/db/client";
import { isAcceptedBy } from "@/db/queries/invitations";
import { hashOfToken } from "@/lib/auth/secret-token";
import { signIn } from "@/lib/auth/sign-in";
import { acceptInvitation, InvitationGoneError } from "@/lib/members/accept-invitation";
import { nameField } from "@/lib/name-field";
import { emailSchema, newPasswordSchema } from "@/lib/set-up/set-up-schema";
import { publicAction } from "./public-action";

/**
 * Accepts an invitation with an e-mail and a password, and signs in. Whoever accepted it and sends the same once
 * more, having seen no answer, is signed in.
 */
export const acceptInvitationAction = publicAction(
  z.object({
    token: z.string().max(200).default(""),
    name: nameField("Enter your name.").optional(),
    email: emailSchema,
    password: newPasswordSchema,
  }),
  async ({ token, ...login }) => {
    try {
      const acceptance = { by: "password", ...login } as const;
      await acceptInvitation(db, { token, acceptance, now: new Date() });
    } catch (error) {
      if (!(error instanceof InvitationGoneError)) throw error;
      const isTheirs = await isAcceptedBy(db, hashOfToken(token), login.email);
      const isIn = isTheirs && (await signIn(login.email, login.password)) === undefined;
      redirect(isIn ? "/" : (`/invite/${encodeURIComponent(token)}` as Route));
    }
    const notSignedIn = await signIn(login.email, login.password);
    redirect(notSignedIn ? "/sign-in" : "/");
  },
);
