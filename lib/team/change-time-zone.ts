import type { Database } from "@/db/client";
import {
  countDateChanges,
  type DateChanges,
  getLogExtent,
  listDatesWithoutTime,
  setFirstMoments,
  setLocalDates,
} from "@/db/queries/local-dates";
import type { Acting } from "@/lib/acting";
import { deriveAllDeals } from "@/lib/log/derive-deals";
import { isTimeZone, startOfDay } from "@/lib/pipeline/local-date";
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
 * Gives the team another time zone, in one transaction while nobody logs: the local date of every conversation
 * is worked out anew, in its versions too; one without a time stays on its day and begins with that day's first
 * moment there; every deal is derived anew. Days that were given as such (owners since, follow-ups, accounts
 * opened) stay.
 *
 * @throws RuleError it is no time zone; the team was changed since `version`; no admin.
 */
export async function changeTimeZone(
  db: Database,
  { timeZone, ...who }: Acting & SeenTeam & { timeZone: string },
): Promise<void> {
  await saveTeam(db, { ...who, act: "change time zone" }, async (now, tx) => {
    if (timeZone === now.timeZone) return { changed: {} };
    const offsets = await offsetsOf(tx, timeZone);
    const { days } = await countDateChanges(tx, offsets);
    await setLocalDates(tx, offsets);
    const dates = await listDatesWithoutTime(tx);
    await setFirstMoments(
      tx,
      dates.map((day) => ({ day, at: startOfDay(day, timeZone) })),
    );
    await deriveAllDeals(tx);
    return { changed: { timeZone }, told: { conversationsOnAnotherDay: days } };
  });
}
