import { localDateOf } from "@/lib/pipeline/local-date";
import type { LogValues } from "./log-values";

const minute = 60_000;

/** A clock that is further off than this is asked about. */
const clockTolerance = 5 * minute;

/** An entry sent this soon after it was made was made now, whatever the device's clock says. */
const freshFor = 2 * minute;

/** When an entry was made and sent by the device's clock, and when the device had last heard from the server. */
type DeviceTimes = { recordedAt: Date; sentAt: Date; heardAt: Date | null };

/** `isInDoubt`: `at` is only the best guess. `isClockOff`: the device's clock is or was far off, and so was the day it showed. */
export type MomentOfEntry = { at: Date; isInDoubt: boolean; isClockOff: boolean };

/**
 * When an entry made on a device was made, seen from the server's `now`. Sent at once it is not in doubt, however far
 * off the device's clock is.
 *
 * Example: made at 9:00 and sent at 9:30 by a clock that is two hours slow, received at 11:30: made at 11:00,
 * in doubt.
 */
export function momentOfEntry({ recordedAt, sentAt, heardAt }: DeviceTimes, now: Date): MomentOfEntry {
  const offBy = now.getTime() - sentAt.getTime();
  const age = sentAt.getTime() - recordedAt.getTime();
  const isOff = Math.abs(offBy) > clockTolerance;
  if (age >= 0 && age <= freshFor)
    return { at: new Date(now.getTime() - age), isInDoubt: false, isClockOff: isOff };
  const guess = new Date(Math.min(recordedAt.getTime() + (isOff ? offBy : 0), now.getTime()));
  const isFromTheFuture = age < -clockTolerance;
  const isBeforeHeard =
    heardAt !== null && recordedAt.getTime() + clockTolerance < heardAt.getTime() && age > 0;
  const isClockOff = isOff || isFromTheFuture || isBeforeHeard;
  return { at: guess, isInDoubt: isClockOff, isClockOff };
}

/**
 * Whether the day in the form is only what a wrong clock showed: the time was said, the day left as it was. Example: by
 * a clock that is a year slow, "half past nine" of a day last year.
 */
export function isDayOfWrongClock(
  { date, shownDate }: Pick<LogValues, "date" | "shownDate">,
  { at, isClockOff }: MomentOfEntry,
  timeZone: string,
): boolean {
  return isClockOff && date === shownDate && date !== localDateOf(at, timeZone);
}
