import type { Database } from "@/db/client";
import {
  countDateChanges,
  type DateChanges,
  getLogExtent,
  listDatesWithoutTime,
  setFirstMoments,
  setLocalDates,
} from "@/db/queries/local-dates";
import { keepSentForm, listSentForms } from "@/db/queries/quarantine";
import type { Acting } from "@/lib/acting";
import { deriveAllDeals } from "@/lib/log/derive-deals";
import { quarantinedValues } from "@/lib/log/read-quarantined";
import { isTimeZone, startOfDay } from "@/lib/pipeline/local-date";
import { momentFields, readMomentFields } from "@/lib/pipeline/moment";
import { zoneOffsets } from "@/lib/pipeline/zone-offsets";
import { RuleError } from "@/lib/rule-error";
import { type SeenTeam, saveTeam } from "./change-team";

async function offsetsOf(db: Database, timeZone: string) {
  if (!isTimeZone(timeZone)) throw new RuleError("Choose a time zone of the IANA list.");
  const extent = await getLogExtent(db);
  return extent ? zoneOffsets(timeZone, extent.from, extent.to) : [];
}

/**
 * How many conversations change their day, and their month, in another time zone, by the rule that saving it
 * follows. Those without a time stay on their day.
 *
 * @throws RuleError it is no time zone.
 */
export async function previewTimeZone(db: Database, timeZone: string): Promise<DateChanges> {
  return countDateChanges(db, await offsetsOf(db, timeZone));
}

/**
 * What waits in the quarantine says its day and time as the form does, in the team's time zone: it says the same
 * moment in another one; a day without a time stays that day. Example: 11:00 in Johannesburg is 18:00 in Tokyo.
 */
async function moveQuarantined(tx: Database, from: string, to: string): Promise<void> {
  for (const { id, entry } of await listSentForms(tx)) {
    const values = quarantinedValues({ entry });
    const moment = readMomentFields(values.date, values.time, from);
    if (moment && !moment.dateOnly) await keepSentForm(tx, id, { ...values, ...momentFields(moment, to) });
  }
}

/**
 * Gives the team another time zone, in one transaction while nobody logs: the local date of every conversation
 * is worked out anew, in its versions too; one without a time stays on its day and begins with that day's first
 * moment there; every deal is derived anew; what is in the quarantine keeps its moment. Days that were given as such
 * (owners since, follow-ups, accounts opened) stay.
 *
 * @throws RuleError it is no time zone; the team was changed since `version`; no admin.
 */
export async function changeTimeZone(
  db: Database,
  { timeZone, ...who }: Acting & SeenTeam & { timeZone: string },
): Promise<void> {
  await saveTeam(db, { ...who, act: "change time zone", wanted: { timeZone } }, async (now, tx) => {
    const offsets = await offsetsOf(tx, timeZone);
    const { days } = await countDateChanges(tx, offsets);
    await setLocalDates(tx, offsets);
    const dates = await listDatesWithoutTime(tx);
    await setFirstMoments(
      tx,
      dates.map((day) => ({ day, at: startOfDay(day, timeZone) })),
    );
    await moveQuarantined(tx, now.timeZone, timeZone);
    await deriveAllDeals(tx);
    return { changed: { timeZone }, told: { conversationsOnAnotherDay: days } };
  });
}
