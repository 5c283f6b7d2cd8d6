"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "@/db/client";
import { deleteOtherSessionsOf, deleteSessionOf } from "@/db/queries/sessions";
import { currentSessionHash } from "@/lib/auth/current-session";
import { memberAction } from "./member-action";

const incomplete = "Say which browser to sign out.";

/** Signs one's own other browsers out: one of them or all; this one is signed out at /sign-out. */
export const endSessionsAction = memberAction(
  z.object({ session: z.string(incomplete).regex(/^([0-9a-f]{64}|others)$/, incomplete) }),
  async ({ session }, { member }) => {
    const own = (await currentSessionHash()) ?? "";
    if (session === "others") await deleteOtherSessionsOf(db, member.id, own);
    else await deleteSessionOf(db, member.id, session);
    if (session === own) redirect("/sign-in");
    return {
      done: session === "others" ? "Every other browser is signed out." : "That browser is signed out.",
    };
  },
  "viewer",
);
