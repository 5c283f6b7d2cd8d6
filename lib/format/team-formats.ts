import type { LocalDate } from "@/lib/pipeline/local-date";
import { dateTimeFormat } from "./date-time-format";

/** What of the team decides how figures are written. */
export type FormatSettings = { locale: string; currency: string; currencyDigits: number; timeZone: string };

/** Stands for a figure that does not exist ("–" of nothing), never for 0. */
export const none = "–";

const noonOf = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

const dayFormatOf = (locale: string) =>
  dateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });

/** How a locale writes a calendar date, `24 Nov 2026`: for a device, which finishes its texts where nothing is reached. */
export function dateFormat(locale: string): (date: LocalDate) => string {
  const format = dayFormatOf(locale);
  return (date) => format.format(noonOf(date));
}

/** How a locale writes the time of day of a moment in a time zone, `14:05`: for a device too. */
export function timeFormat({ locale, timeZone }: Pick<FormatSettings, "locale" | "timeZone">) {
  const format = dateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
  return (at: Date) => format.format(at);
}

function makeFormats({ locale, currency, currencyDigits, timeZone }: FormatSettings) {
  const digits = { minimumFractionDigits: currencyDigits, maximumFractionDigits: currencyDigits };
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const moneyFormat = new Intl.NumberFormat(locale, { style: "currency", currency, ...digits });
  const compactFormat = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const percentFormat = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const dates = (options: Intl.DateTimeFormatOptions) =>
    dateTimeFormat(locale, { timeZone: "UTC", ...options });
  const dayFormat = dayFormatOf(locale);
  const weekdayFormat = dates({ weekday: "short", day: "numeric", month: "short" });
  const monthFormat = dates({ month: "short" });
  const narrowMonthFormat = dates({ month: "narrow" });
  const monthYearFormat = dates({ month: "long", year: "numeric" });

  return {
    /** A whole number with the locale's grouping. */
    count: (value: number) => whole.format(value),
    /** A short count for the mark of a chart: whole up to 9,999, then `12.3K`. */
    mark: (value: number) =>
      Math.abs(value) < 10_000 ? String(Math.round(value)) : compactFormat.format(value),
    /** An exact decimal or a computed number as money, with the currency's digits. */
    money: (value: string | number | null) =>
      value === null ? none : moneyFormat.format(value as Intl.StringNumericLiteral),
    /** A fraction (0.632) as a percentage with one decimal. */
    percent: (fraction: number | null) => (fraction === null ? none : percentFormat.format(fraction)),
    /** Elapsed days with one decimal, without the word. */
    days: (value: number | null) => (value === null ? none : oneDecimal.format(value)),
    /** Elapsed days for the mark of a chart: `99.9`, whole from 100 on. */
    markDays: (value: number | null) =>
      value === null ? none : (value < 99.95 ? oneDecimal : whole).format(value),
    /** A calendar date: `24 Nov 2026`. */
    date: (date: LocalDate | null) => (date === null ? none : dayFormat.format(noonOf(date))),
    /** A calendar date near today with its weekday: `Fri 27 Nov`. */
    weekday: (date: LocalDate) => weekdayFormat.format(noonOf(date)),
    /** Two calendar dates and what lies between: `1 – 24 Nov 2026`. */
    dateRange: (from: LocalDate, to: LocalDate) => dayFormat.formatRange(noonOf(from), noonOf(to)),
    /** The month of a date: `Nov`. */
    month: (date: LocalDate) => monthFormat.format(noonOf(date)),
    /** The month of a date where there is little room: `N`. */
    narrowMonth: (date: LocalDate) => narrowMonthFormat.format(noonOf(date)),
    /** The month of a date with its year: `November 2026`. */
    monthYear: (date: LocalDate) => monthYearFormat.format(noonOf(date)),
    /** The time of day of a moment in the team's time zone. */
    time: timeFormat({ locale, timeZone }),
  };
}

export type TeamFormats = ReturnType<typeof makeFormats>;

let made: { key: string; formats: TeamFormats } | undefined;

/**
 * How this team writes figures and dates. On the server only: node and browsers format differently, so
 * pages hand finished strings to the browser and nothing is formatted again while hydrating.
 */
export function teamFormats(settings: FormatSettings): TeamFormats {
  const { locale, currency, currencyDigits, timeZone } = settings;
  const key = [locale, currency, currencyDigits, timeZone].join("|");
  if (made?.key !== key) made = { key, formats: makeFormats(settings) };
  return made.formats;
}
