import { Temporal } from "temporal-polyfill";

/** How far a time zone's clocks are ahead of UTC from a moment on; the first one also before it. */
export type ZoneOffset = { since: Date; seconds: number };

/**
 * A time zone's offsets over a span, so that whoever knows no time zones (a query) finds the local date of a
 * moment by adding. Example: `Europe/Berlin` over 2026: 3,600 s, from 29 March 7,200 s, from 25 October 3,600 s.
 */
export function zoneOffsets(timeZone: string, from: Date, to: Date): ZoneOffset[] {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone);
  const offsets: ZoneOffset[] = [];
  let at: Temporal.ZonedDateTime | null = start;
  while (at && at.epochMilliseconds <= to.getTime()) {
    offsets.push({ since: new Date(at.epochMilliseconds), seconds: at.offsetNanoseconds / 1e9 });
    at = at.getTimeZoneTransition("next");
  }
  return offsets;
}
