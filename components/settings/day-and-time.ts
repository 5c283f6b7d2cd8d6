import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";

/** What of a team's formats, or of what a device knows of them, it takes to write a moment. */
type MomentFormats = { date: (date: LocalDate) => string; time: (at: Date) => string };

/** A moment as the team writes its day and, where it matters, its time. */
export function dayAndTime(at: Date, timeZone: string, formats: MomentFormats): string {
  return `${formats.date(localDateOf(at, timeZone))}, ${formats.time(at)}`;
}
