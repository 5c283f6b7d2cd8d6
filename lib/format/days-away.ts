import { daysBetween, type LocalDate } from "@/lib/pipeline/local-date";

const inWords = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How far a date is from today in words: `2 days ago`, `yesterday`, `today`, `tomorrow`, `in 5 days`. */
export function daysAway(date: LocalDate, today: LocalDate): string {
  return inWords.format(daysBetween(today, date), "day");
}
