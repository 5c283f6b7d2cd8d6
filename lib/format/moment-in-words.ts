import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";

/** What of a team's formats, or of what a device knows of them, it takes to write a moment. */
type MomentFormats = { date: (date: LocalDate) => string; time: (at: Date) => string };

/** A moment as the team writes its day and its time: "24 Nov 2026, 14:05". */
export function dayAndTime(at: Date, timeZone: string, formats: MomentFormats): string {
  return `${formats.date(localDateOf(at, timeZone))}, ${formats.time(at)}`;
}

/** When a conversation was: "24 Nov 2026, 14:05"; without the time where none was given. */
export function momentInWords(
  { at, dateOnly }: { at: Date; dateOnly: boolean },
  formats: MomentFormats,
  timeZone: string,
): string {
  return dateOnly ? formats.date(localDateOf(at, timeZone)) : dayAndTime(at, timeZone, formats);
}
