/**
 * How a locale writes dates and times, in the calendar that the app counts by: that of Iran or Thailand would name
 * another month and year.
 */
export function dateTimeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, calendar: "gregory" });
}
