import type { Database } from "@/db/client";
import { type Conversation, getConversation, lockCustomer } from "@/db/queries/conversations";
import { isFollowUpWaiting } from "@/db/queries/follow-ups";
import { getLastSnooze, getSnooze, insertSnooze, undoSnoozeRow } from "@/db/queries/snoozes";
import type { Acting } from "@/lib/acting";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { type Actor, mayCorrect } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";
import { logProblems } from "@/lib/wording/log-problems";
import { firstSnoozeDay, lastSnoozeDay } from "./snooze-choices";

async function lockedFollowUp(tx: Database, conversationId: number, actor: Actor): Promise<Conversation> {
  const found = await getConversation(tx, conversationId);
  if (!found) throw new RuleError(logProblems.conversationGone);
  await lockCustomer(tx, found.customerId);
  const current = await getConversation(tx, conversationId);
  if (!current) throw new RuleError(logProblems.conversationGone);
  if (!mayCorrect(actor, current))
    throw new RuleError("Only who held or recorded this conversation, or an admin, can do this.");
  return current;
}

function checkDay(untilOn: LocalDate, dueOn: LocalDate, today: LocalDate): void {
  if (untilOn < firstSnoozeDay(dueOn, today))
    throw new RuleError(
      dueOn > today
        ? "Choose a day after the one that was promised, or correct the conversation."
        : "Choose a day after today.",
      { field: "day" },
    );
  if (untilOn > lastSnoozeDay(dueOn, today))
    throw new RuleError("Choose a day within the next year.", { field: "day" });
}

/**
 * Moves the reminder of a follow-up to a later day, with the reason; the promise stays what it was. By whoever
 * may tick it. Asked for again, as when only the answer was lost, nothing happens.
 *
 * @param seenOn the day the reminder stood at when this was decided.
 * @returns the snooze's id.
 * @throws RuleError it is done, deleted or was snoozed or corrected meanwhile; the day or the reason is none;
 * the actor may not.
 */
export async function snoozeFollowUp(
  db: Database,
  wanted: Acting & {
    conversationId: number;
    seenOn: LocalDate;
    untilOn: LocalDate;
    reason: string;
    today: LocalDate;
  },
): Promise<number> {
  const { conversationId, seenOn, untilOn, today, actor, now } = wanted;
  const reason = wanted.reason.trim();
  if (reason === "") throw new RuleError("Say why: a reason is needed.");
  if (reason.length > longest.snoozeReason)
    throw new RuleError(`A reason has at most ${longest.snoozeReason} characters.`);
  return db.transaction(async (tx) => {
    const { followUpOn: dueOn } = await lockedFollowUp(tx, conversationId, actor);
    if (dueOn === null || !(await isFollowUpWaiting(tx, conversationId)))
      throw new RuleError("This follow-up is done already, or was taken back.");
    const last = await getLastSnooze(tx, conversationId, dueOn);
    if ((last?.untilOn ?? dueOn) !== seenOn) {
      if (last?.untilOn === untilOn && last.reason === reason) return last.id;
      throw new RuleError(
        last
          ? `${whoHas(last, actor)} snoozed this meanwhile. Look at it as it is now.`
          : "The date of this follow-up has changed meanwhile. Look at it as it is now.",
      );
    }
    checkDay(untilOn, dueOn, today);
    const snooze = { conversationId, dueOn, untilOn, reason };
    return insertSnooze(tx, { ...snooze, snoozedById: actor.id, snoozedAt: now });
  });
}

/**
 * Takes the last snooze of a follow-up back: the reminder is where it was before. Taken back already, nothing
 * happens.
 *
 * @returns the day the reminder stands at now.
 * @throws RuleError it was snoozed again meanwhile; the actor may not.
 */
export async function undoSnooze(
  db: Database,
  { snoozeId, actor, now }: Acting & { snoozeId: number },
): Promise<LocalDate> {
  return db.transaction(async (tx) => {
    const found = await getSnooze(tx, snoozeId);
    if (!found) throw new RuleError("There is no such snooze.");
    await lockedFollowUp(tx, found.conversationId, actor);
    const snooze = await getSnooze(tx, snoozeId);
    if (!snooze) throw new Error("A snooze is never deleted.");
    const { conversationId, dueOn, undoneAt } = snooze;
    const last = await getLastSnooze(tx, conversationId, dueOn);
    if (undoneAt) return last?.untilOn ?? dueOn;
    if (last && last.id !== snoozeId)
      throw new RuleError(`${whoHas(last, actor)} snoozed this again meanwhile. Look at it as it is now.`);
    await undoSnoozeRow(tx, snoozeId, { undoneById: actor.id, undoneAt: now });
    return (await getLastSnooze(tx, conversationId, dueOn))?.untilOn ?? dueOn;
  });
}
