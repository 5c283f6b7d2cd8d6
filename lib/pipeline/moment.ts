import { Temporal } from "temporal-polyfill";
import { isLocalDate, startOfDay } from "./local-date";

/** A moment as it was written down. `dateOnly`: a date without a time, so `at` is that day's first moment. */
export type Moment = { at: Date; dateOnly: boolean };

const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads `2026-03-01`, `2026-03-01T09:00`, `2026-03-01 09:00:30`, with or without `Z` or `+02:00`.
 *
 * A date without a time is the start of that day in the team's time zone. A time without an offset is
 * local time: one that happens twice (clocks go back) is the first of the two, one that never happens is
 * moved forward by the gap. Undefined: not such a text, or no such date or time.
 */
export function parseMoment(text: string, timeZone: string): Moment | undefined {
  const [, date = "", minutes, seconds = ":00", offset] = pattern.exec(text.trim()) ?? [];
  if (!isLocalDate(date)) return undefined;
  if (minutes === undefined) return { at: startOfDay(date, timeZone), dateOnly: true };
  const local = `${date}T${minutes}${seconds}`;
  if (minutes > "23:59" || minutes.slice(3) > "59" || seconds >= ":60") return undefined;
  if (offset) {
    const sign = offset.toUpperCase() === "Z" ? "Z" : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
    const at = new Date(`${local}${sign}`);
    return Number.isNaN(at.getTime()) ? undefined : { at, dateOnly: false };
  }
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  return { at: new Date(zoned.epochMilliseconds), dateOnly: false };
}

/**
 * The moment of a form's date and time fields: `2026-03-01` and `09:00`, without a time that day alone.
 * Undefined: no such date or time.
 */
export function readMomentFields(date: string, time: string, timeZone: string): Moment | undefined {
  const [day, clock] = [date.trim(), time.trim()];
  return parseMoment(clock === "" ? day : `${day}T${clock}`, timeZone);
}

/** A moment as a form's date and time fields show it, the inverse of reading them; seconds are not shown. */
export function momentFields({ at, dateOnly }: Moment, timeZone: string): { date: string; time: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const time = zoned.toPlainTime().toString({ smallestUnit: "minute" });
  return { date: zoned.toPlainDate().toString(), time: dateOnly ? "" : time };
}

const dayInMs = 86_400_000;

/** More than a day ahead of now: no clock is that far off, so it is a plan, and belongs in the follow-up date. */
export function isTooFarAhead(at: Date, now: Date): boolean {
  return at.getTime() > now.getTime() + dayInMs;
}

/**
 * A moment as an import file may hold it: with the offset that the team's time zone had then, or the date
 * alone. Example: `2026-03-01T09:00:00+02:00`.
 */
export function momentText({ at, dateOnly }: Moment, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return dateOnly ? zoned.toPlainDate().toString() : zoned.toString({ timeZoneName: "never" });
}
