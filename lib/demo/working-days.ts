import { Temporal } from "temporal-polyfill";
import { addDays, daysBetween } from "@/lib/pipeline/local-date";
import type { Random } from "./random";

/** The first of these local dates. */
export function earliest(...days: readonly [string, ...string[]]): string {
  return days.toSorted()[0] ?? days[0];
}

/** The last of these local dates; "" counts as before all. */
export function latest(...days: readonly [string, ...string[]]): string {
  return days.toSorted().at(-1) ?? days[0];
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(on: string): number {
  return Temporal.PlainDate.from(on).dayOfWeek;
}

// Gregorian Easter Sunday (Meeus/Jones/Butcher).
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new Temporal.PlainDate(year, Math.floor(f / 31), (f % 31) + 1);
}

const fixedHolidays = [
  "01-01",
  "03-21",
  "04-27",
  "05-01",
  "06-16",
  "08-09",
  "09-24",
  "12-16",
  "12-25",
  "12-26",
];

function holidaysOf(year: number): Set<string> {
  const fixed = fixedHolidays.map((monthDay) => Temporal.PlainDate.from(`${year}-${monthDay}`));
  // A holiday that falls on a Sunday gives its Monday off.
  const observed = fixed.map((day) => (day.dayOfWeek === 7 ? day.add({ days: 1 }) : day));
  const moving = [easter(year).subtract({ days: 2 }), easter(year).add({ days: 1 })];
  return new Set([...fixed, ...observed, ...moving].map(String));
}

const holidays = new Map<number, Set<string>>();

/** Whether a South African office works that day: no weekend, public holiday or shutdown around New Year. */
export function isWorkingDay(on: string): boolean {
  const year = Number(on.slice(0, 4));
  let off = holidays.get(year);
  if (!off) {
    off = holidaysOf(year);
    holidays.set(year, off);
  }
  const monthDay = on.slice(5);
  return weekday(on) < 6 && !off.has(on) && monthDay < "12-19" && monthDay > "01-03";
}

/** That day if it is a working day, else the next one. */
export function workingDayFrom(on: string): string {
  let day = on;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

const longestWeekend = 4;

/**
 * The day on which something comes about that would have on that day: `workingDayFrom`, but what the shutdown puts off
 * is taken up over the two weeks after it, not all of it on the first morning.
 */
export function takenUpOn(random: Random, on: string): string {
  const next = workingDayFrom(on);
  return daysBetween(on, next) > longestWeekend ? workingDayFrom(addDays(next, random.between(0, 13))) : next;
}

/** The day that lies so many working days before another: 2 before Sunday 3 January 2027 is 17 December. */
export function workingDaysBefore(on: string, count: number): string {
  let day = on;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left--;
  }
  return day;
}
