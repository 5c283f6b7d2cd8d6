import type { LocalDate } from "@/lib/pipeline/local-date";

/** Since when a follow-up is due that was promised for today or a day before: `due today`, `due since 3 May 2026`. */
export function dueInWords(dueOn: LocalDate, today: LocalDate, date: (date: LocalDate) => string): string {
  return dueOn === today ? "due today" : `due since ${date(dueOn)}`;
}
