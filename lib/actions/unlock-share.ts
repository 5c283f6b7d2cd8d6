"use server";

import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "@/db/client";
import { tooManyAttempts } from "@/lib/auth/attempt-limits";
import { environment } from "@/lib/env";
import { unlockCookie } from "@/lib/shares/unlock-cookie";
import { unlockShare } from "@/lib/shares/unlock-share";
import { publicAction } from "./public-action";

/** Opens a shared link that asks for a passphrase, for this browser. */
export const unlockShareAction = publicAction(
  z.object({
    token: z.string().regex(/^[\w-]{1,100}$/, "This form is incomplete. Open the link again."),
    passphrase: z.string("Enter the passphrase.").trim().min(1, "Enter the passphrase."),
  }),
  async ({ token, passphrase }) => {
    const address = (await headers()).get("x-forwarded-for") ?? undefined;
    const answer = await unlockShare(
      db,
      environment().authSecret,
      { token, passphrase, address },
      new Date(),
    );
    if (answer.kind === "wrong") return { message: "This is not the passphrase." };
    if (answer.kind === "wait") return { message: tooManyAttempts(answer.seconds) };
    if (answer.kind === "open") {
      const { name, options } = unlockCookie(token);
      (await cookies()).set(name, answer.unlock, options);
    }
    redirect(`/share/${token}` as Route);
  },
);
