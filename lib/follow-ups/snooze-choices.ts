import { addDays, type LocalDate } from "@/lib/pipeline/local-date";

const longestDays = 366;

const choices = [1, 3, 7] as const;

/** The day a reminder can be moved to at the earliest: after today, and after what was promised. */
export function firstSnoozeDay(dueOn: LocalDate, today: LocalDate): LocalDate {
  return addDays(dueOn > today ? dueOn : today, 1);
}

/** The days a reminder is moved to most often: one, three and seven days on, from today or from a later promise. */
export function snoozeDays(dueOn: LocalDate, today: LocalDate): { days: number; on: LocalDate }[] {
  const first = firstSnoozeDay(dueOn, today);
  return choices.map((days) => ({ days, on: addDays(first, days - 1) }));
}

/** The last day a reminder can be moved to: a year on. */
export function lastSnoozeDay(dueOn: LocalDate, today: LocalDate): LocalDate {
  return addDays(firstSnoozeDay(dueOn, today), longestDays);
}
