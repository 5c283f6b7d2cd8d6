import { addDays, type LocalDate, startOfWeek } from "@/lib/pipeline/local-date";

/**
 * The follow-ups that come, by the team's weeks: what is left of this one, the next one, later. Weeks without any
 * are left out.
 *
 * @param firstDay 1 = Monday … 7 = Sunday
 */
export function comingWeeks<Row extends { remindOn: LocalDate }>(
  rows: readonly Row[],
  { today, firstDay }: { today: LocalDate; firstDay: number },
): { title: string; rows: Row[] }[] {
  const next = addDays(startOfWeek(today, firstDay), 7);
  const later = addDays(next, 7);
  const weeks = [
    { title: "This week", rows: rows.filter(({ remindOn }) => remindOn < next) },
    { title: "Next week", rows: rows.filter(({ remindOn }) => remindOn >= next && remindOn < later) },
    { title: "Later", rows: rows.filter(({ remindOn }) => remindOn >= later) },
  ];
  return weeks.filter((week) => week.rows.length > 0);
}
