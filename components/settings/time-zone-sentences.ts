import type { DateChanges } from "@/db/queries/local-dates";
import { plural } from "@/lib/format/plural";

/** What another time zone moves, in sentences: "12 of 1 840 conversations change their day, 2 of them their month." */
export function timeZoneSentences(
  { days, months, timed, dateOnly }: DateChanges,
  count: (value: number) => string,
): string[] {
  const talks = (number: number) => `${count(number)} ${plural(number, "conversation", "conversations")}`;
  const month =
    months === 0
      ? "none of them its month"
      : `${count(months)} of them ${plural(months, "its month", "their month")}`;
  const moved =
    days === 0
      ? `No conversation changes its day; ${talks(timed)} ${plural(timed, "has", "have")} a time.`
      : `${count(days)} of ${talks(timed)} with a time ${plural(days, "changes its day", "change their day")}, ${month}.`;
  const stay =
    dateOnly === 0
      ? []
      : [`${talks(dateOnly)} without a time ${plural(dateOnly, "stays on its day", "stay on their day")}.`];
  return [
    moved,
    ...stay,
    "Follow-ups, owners since a day and days of opened accounts stay as they are. Times are shown in the new time zone.",
  ];
}
