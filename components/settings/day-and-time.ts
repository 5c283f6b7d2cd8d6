import type { TeamFormats } from "@/lib/format/team-formats";
import { localDateOf } from "@/lib/pipeline/local-date";

/** A moment as the team writes its day and, where it matters, its time. */
export function dayAndTime(at: Date, timeZone: string, formats: TeamFormats): string {
  return `${formats.date(localDateOf(at, timeZone))}, ${formats.time(at)}`;
}
