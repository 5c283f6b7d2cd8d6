import type { Database } from "@/db/client";
import { getConversationOfDevice } from "@/db/queries/conversations";
import type { Team } from "@/db/queries/team";
import type { EntryAnswer } from "@/lib/device/outbox-entry";
import { localDateOf } from "@/lib/pipeline/local-date";
import { momentFields } from "@/lib/pipeline/moment";
import type { Actor } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { isDayOfWrongClock, momentOfEntry } from "./device-clock";
import { withFollowUpDated } from "./follow-up-date";
import { logFromForm } from "./log-from-form";
import { isMomentLeft, type LogValues } from "./log-values";

/** An entry as it arrived from a device. */
export type ReceivedEntry = { deviceId: string; recordedAt: Date; heardAt: Date | null; values: LogValues };

type Receiving = { member: Actor; team: Team; sentAt: Date; now: Date };

/** The question when the conversation was, in the form: the best guess stands there, to be looked at. */
function askWhen(
  values: LogValues,
  at: Date,
  { team }: Receiving,
): Omit<EntryAnswer & { is: "asks" }, "deviceId"> {
  const guess = momentFields({ at, dateOnly: false }, team.timeZone);
  const time = isMomentLeft(values) ? guess.time : values.time;
  return {
    is: "asks",
    errors: {
      date: "The clock of this device was far off. This is our best guess: check the day and the time, then log it.",
    },
    values: {
      ...withFollowUpDated(values, localDateOf(at, team.timeZone)),
      ...{ date: guess.date, time, shownDate: "", shownTime: "" },
    },
  };
}

async function receiveEntry(
  db: Database,
  { deviceId, values: said, ...times }: ReceivedEntry,
  receiving: Receiving,
): Promise<EntryAnswer> {
  const { member, team, sentAt, now } = receiving;
  const values = { ...said, deviceId };
  const moment = momentOfEntry({ ...times, sentAt }, now);
  const { at } = moment;
  if (isMomentLeft(values) ? moment.isInDoubt : isDayOfWrongClock(values, moment, team.timeZone)) {
    const known = await getConversationOfDevice(db, deviceId);
    if (known?.recordedById !== member.id) return { deviceId, ...askWhen(values, at, receiving) };
  }
  const present = { member, team, today: localDateOf(at, team.timeZone) };
  try {
    const answer = await logFromForm(db, values, present, now, { at, deviceRecordedAt: times.recordedAt });
    if (answer.logged) return { deviceId, is: "logged", id: answer.logged.id };
    const { errors, message, more, deviceId: nextId = deviceId } = answer;
    return {
      deviceId,
      is: "asks",
      errors,
      message,
      more,
      values: { ...values, ...answer.values, deviceId: nextId },
    };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { deviceId, is: "asks", errors: {}, message: error.message, values };
  }
}

/**
 * Logs entries that were made on a device, one after the other in their order, each in a transaction of its
 * own. One about which something is still to be said does not hold up those behind it. What was logged before
 * is answered with what is there.
 *
 * @returns an answer for each entry, in their order.
 */
export async function receiveEntries(
  db: Database,
  entries: readonly ReceivedEntry[],
  receiving: Receiving,
): Promise<EntryAnswer[]> {
  const answers: EntryAnswer[] = [];
  for (const entry of entries) answers.push(await receiveEntry(db, entry, receiving));
  return answers;
}
