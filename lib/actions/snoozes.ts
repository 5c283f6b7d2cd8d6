"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { countDue } from "@/lib/follow-ups/count-due";
import { snoozeFollowUp, undoSnooze } from "@/lib/follow-ups/snooze-follow-up";
import { teamFormats } from "@/lib/format/team-formats";
import { isLocalDate } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { memberAction } from "./member-action";
import { idField } from "./number-fields";
import type { ActionAnswer } from "./public-action";

const noDay = "Choose a day to be reminded on.";
const dayField = z.string(noDay).refine(isLocalDate, noDay);
const noReason = "Say why, in a few words.";

/** Where a reminder stands after it was moved: by which snooze (null: by none), on which day, and that in words. */
export type MovedReminder = { snoozeId: number | null; remindOn: string; said: string };

const schema = z.object({
  conversationId: idField,
  /** Given: that snooze is taken back. */
  snoozeId: idField.optional(),
  seenOn: dayField,
  /** The day of the button that was pressed, else the one that was typed. */
  until: dayField.optional(),
  day: z.string().optional(),
  reason: z
    .string()
    .trim()
    .max(longest.snoozeReason, `A reason has at most ${longest.snoozeReason} characters.`)
    .default(""),
});

/** Moves a follow-up's reminder to a later day, or takes a snooze back; answers where it stands and how many are due. */
export const snoozeFollowUpAction = memberAction(
  schema,
  async (
    { snoozeId, until, day, reason, ...seen },
    { member, team, today },
  ): Promise<ActionAnswer<MovedReminder & { due: number }>> => {
    const formats = teamFormats(team);
    const now = new Date();
    const dueNow = () => countDue(db, { today, memberId: member.id });
    if (snoozeId !== undefined) {
      const remindOn = await undoSnooze(db, { snoozeId, actor: member, now });
      const said = `The reminder is back on ${formats.date(remindOn)}.`;
      return { values: {}, more: { snoozeId: null, remindOn, said, due: await dueNow() } };
    }
    const untilOn = until ?? day ?? "";
    const isDay = isLocalDate(untilOn);
    if (reason === "" || !isDay)
      return {
        errors: { ...(reason === "" ? { reason: noReason } : {}), ...(isDay ? {} : { day: noDay }) },
      };
    const made = await snoozeFollowUp(db, { ...seen, untilOn, reason, today, actor: member, now });
    const said = `Snoozed to ${formats.date(untilOn)}: ${reason}`;
    return { values: {}, more: { snoozeId: made, remindOn: untilOn, said, due: await dueNow() } };
  },
  "member",
  { isShownInPlace: true },
);
