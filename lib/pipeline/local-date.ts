import { Temporal } from "temporal-polyfill";

/** A calendar date in the team's time zone, `YYYY-MM-DD`. Sorts as text. */
export type LocalDate = string;

const localDate = /^\d{4}-\d{2}-\d{2}$/;
const firstDay: LocalDate = "1900-01-01";
const lastDay: LocalDate = "2999-12-31";

/**
 * Whether the text is a date of the calendar from 1900 to 2999, written `YYYY-MM-DD`. 2026-02-30 is none, nor is
 * 0026-11-20, which a browser makes of a year typed as 26: it would have a deal take two thousand years to close.
 */
export function isLocalDate(text: string): boolean {
  if (!localDate.test(text) || text < firstDay || text > lastDay) return false;
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether the text is written as a date, but with a year before 1900: its writer can be told so. */
export function isBefore1900(text: string): boolean {
  return localDate.test(text) && text < firstDay;
}

/** Whether the text is written as a date, but with a year after 2999, as spreadsheets write “never”: 9999-12-31. */
export function isAfter2999(text: string): boolean {
  return localDate.test(text) && text > lastDay;
}

/** Whether the runtime knows the IANA time zone, such as `Africa/Johannesburg`. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** A time zone's name as the IANA list writes it: africa/johannesburg is Africa/Johannesburg. */
export function timeZoneName(name: string): string {
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
}

/**
 * The local date of a moment: 23:30 on 31 January in Johannesburg is `…-01-31`, 00:30 an hour later is
 * `…-02-01`, though both are 31 January in UTC.
 */
export function localDateOf(at: Date, timeZone: string): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The first moment of a local date; where 00:00 does not exist, the first that does. */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

const dayNumber = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The date that many calendar days later; negative: earlier. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** Calendar days from one local date to another; negative when `to` is before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The first day of the week of the date, in a team whose weeks begin on `firstDay` (1 = Monday … 7 = Sunday).
 * Example: 25 November 2026 is a Wednesday; with 1 its week begins on Monday the 23rd, with 7 on Sunday the 22nd.
 */
export function startOfWeek(date: LocalDate, firstDay: number): LocalDate {
  const daysInto = (Temporal.PlainDate.from(date).dayOfWeek - firstDay + 7) % 7;
  return addDays(date, -daysInto);
}

/** The first day of the month that lies `months` after (negative: before) the month of the date. */
export function startOfMonth(date: LocalDate, months = 0): LocalDate {
  const [year, month] = date.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The last day of the month that lies `months` after (negative: before) the month of the date. */
export function endOfMonth(date: LocalDate, months = 0): LocalDate {
  return addDays(startOfMonth(date, months + 1), -1);
}

/** The same day of the month, `months` later; a shorter month ends at its last day (31 March − 1 = 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const last = endOfMonth(date, months);
  const sameDay = `${last.slice(0, 8)}${date.slice(8)}`;
  return sameDay > last ? last : sameDay;
}
