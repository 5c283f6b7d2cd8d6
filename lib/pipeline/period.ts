import { addDays, addMonths, daysBetween, endOfMonth, type LocalDate, startOfMonth } from "./local-date";

/** Local dates, both inclusive; `from` null = since the beginning. `to` is T: figures are as of its end. */
export type Period = { from: LocalDate | null; to: LocalDate };

/** Periods by name; each is resolved against T. */
export const periodPresets = [
  "this-month",
  "last-month",
  "this-quarter",
  "last-quarter",
  "this-year",
  "last-year",
  "last-30-days",
  "last-90-days",
  "last-12-months",
  "all",
] as const;

export type PeriodPreset = (typeof periodPresets)[number];

type CalendarUnit = { months: number; isLast: boolean };

const calendarUnits: Partial<Record<PeriodPreset, CalendarUnit>> = {
  "this-month": { months: 1, isLast: false },
  "last-month": { months: 1, isLast: true },
  "this-quarter": { months: 3, isLast: false },
  "last-quarter": { months: 3, isLast: true },
  "this-year": { months: 12, isLast: false },
  "last-year": { months: 12, isLast: true },
};

function startOfUnit(date: LocalDate, months: number): LocalDate {
  return startOfMonth(date, -((Number(date.slice(5, 7)) - 1) % months));
}

/**
 * The dates of a preset as of T. A `this-…` period ends at T; a `last-…` calendar period is the whole unit
 * before T's, so its own end becomes the as-of day.
 *
 * Examples for T = 2026-11-24: `this-quarter` 1 October–24 November; `last-month` 1–31 October;
 * `last-30-days` 26 October–24 November; `last-12-months` 25 November 2025–24 November 2026.
 */
export function resolvePreset(preset: PeriodPreset, to: LocalDate): Period {
  const unit = calendarUnits[preset];
  if (unit) {
    const start = startOfUnit(to, unit.months);
    if (!unit.isLast) return { from: start, to };
    return { from: startOfMonth(start, -unit.months), to: addDays(start, -1) };
  }
  if (preset === "last-30-days") return { from: addDays(to, -29), to };
  if (preset === "last-90-days") return { from: addDays(to, -89), to };
  if (preset === "last-12-months") return { from: addDays(addMonths(to, -12), 1), to };
  return { from: null, to };
}

/**
 * Whether dates are what a calendar preset stood for: `this-…` as of their last day, `last-…` as of the day after.
 * Then they are compared as the preset was, on whatever day they are looked at.
 *
 * Examples: 1–23 November is `this-month`, 1–31 October is `last-month` and `this-month`, 2–23 November neither.
 */
export function isCalendarPeriod(preset: PeriodPreset, { from, to }: Period): boolean {
  const unit = calendarUnits[preset];
  if (!unit) return false;
  const resolved = resolvePreset(preset, unit.isLast ? addDays(to, 1) : to);
  return resolved.from === from && resolved.to === to;
}

/**
 * The period to compare with, its figures as of its own end. A calendar preset compares with the same
 * stretch of the unit before: 1–23 November with 1–23 October; a shorter month ends at its last day. Any
 * other: the equally long span that ends the day before `from`. Null when `from` is open (`all`).
 */
export function previousPeriod({ from, to }: Period, preset: PeriodPreset | null): Period | null {
  if (from === null) return null;
  const unit = preset ? calendarUnits[preset] : undefined;
  if (unit?.isLast) return { from: startOfMonth(from, -unit.months), to: addDays(from, -1) };
  if (unit) return { from: startOfMonth(from, -unit.months), to: addMonths(to, -unit.months) };
  return { from: addDays(from, -(daysBetween(from, to) + 1)), to: addDays(from, -1) };
}

/** The first days of the twelve local months that end in T's month, oldest first. */
export function twelveMonths(to: LocalDate): LocalDate[] {
  return Array.from({ length: 12 }, (_, index) => startOfMonth(to, index - 11));
}

/** Whether T leaves its own month unfinished. */
export function isMonthIncomplete(to: LocalDate): boolean {
  return to !== endOfMonth(to);
}
