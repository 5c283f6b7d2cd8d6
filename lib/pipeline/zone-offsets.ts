import { Temporal } from "temporal-polyfill";

/** From this moment on (until the next one's) the zone is so many seconds ahead of UTC. */
export type ZoneOffset = { since: Date; seconds: number };

const nanosecondsASecond = 1_000_000_000;

/**
 * The offsets of a time zone from one moment to another, in order of time, the first of them since `from`.
 * Berlin from 1 January to 1 July: +3600 since 1 January, +7200 since 29 March, 01:00 UTC.
 */
export function zoneOffsets(timeZone: string, from: Date, to: Date): ZoneOffset[] {
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    from.getTime(),
  ).toZonedDateTimeISO(timeZone);
  const offsets: ZoneOffset[] = [];
  while (at && at.epochMilliseconds <= Math.max(from.getTime(), to.getTime())) {
    offsets.push({
      since: new Date(at.epochMilliseconds),
      seconds: at.offsetNanoseconds / nanosecondsASecond,
    });
    at = at.getTimeZoneTransition("next");
  }
  return offsets;
}
