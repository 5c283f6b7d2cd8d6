"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { countDue } from "@/lib/follow-ups/count-due";
import { completeFollowUp } from "@/lib/log/complete-follow-up";
import { memberAction } from "./member-action";
import { chosenId } from "./number-fields";

const gone = "This list is out of date. Load the page again.";

const schema = z.object({
  conversationId: chosenId(gone),
  version: chosenId(gone),
  isDone: z.enum(["yes", "no"], gone),
});

/** Ticks a follow-up done, or takes the tick back; answers with how it now stands, and how many are due. */
export const tickFollowUp = memberAction(
  schema,
  async ({ conversationId, version, isDone }, { member, today }) => {
    const change = { conversationId, version, actor: member, now: new Date() };
    const saved = await completeFollowUp(db, { ...change, isDone: isDone === "yes" });
    const due = await countDue(db, { today, memberId: member.id });
    return { more: { version: saved.version, isDone: saved.completedAt !== null, due } };
  },
  "member",
  { isShownInPlace: true },
);
