const minute = 60_000;

/** A clock that is further off than this is asked about. */
const clockTolerance = 5 * minute;

/** An entry sent this soon after it was made was made now, whatever the device's clock says. */
const freshFor = 2 * minute;

/** When an entry was made and sent by the device's clock, and when the device had last heard from the server. */
export type DeviceTimes = { recordedAt: Date; sentAt: Date; heardAt: Date | null };

/**
 * When an entry made on a device was made, seen from the server's `now`. `isInDoubt`: the device's clock is or
 * was far off, and `at` is only the best guess.
 *
 * Example: made at 9:00 and sent at 9:30 by a clock that is two hours slow, received at 11:30: made at 11:00,
 * in doubt.
 */
export function momentOfEntry(
  { recordedAt, sentAt, heardAt }: DeviceTimes,
  now: Date,
): { at: Date; isInDoubt: boolean } {
  const offBy = now.getTime() - sentAt.getTime();
  const age = sentAt.getTime() - recordedAt.getTime();
  if (age >= 0 && age <= freshFor) return { at: new Date(now.getTime() - age), isInDoubt: false };
  const isOff = Math.abs(offBy) > clockTolerance;
  const guess = new Date(Math.min(recordedAt.getTime() + (isOff ? offBy : 0), now.getTime()));
  const isFromTheFuture = age < -clockTolerance;
  const isBeforeHeard =
    heardAt !== null && recordedAt.getTime() + clockTolerance < heardAt.getTime() && age > 0;
  return { at: guess, isInDoubt: isOff || isFromTheFuture || isBeforeHeard };
}
