import type { TeamFormats } from "@/lib/format/team-formats";
import type { Period } from "@/lib/pipeline/period";

/** The dates of the period in words: "1 – 24 Nov 2026", or "up to 24 Nov 2026" since the beginning. */
export function periodInWords({ from, to }: Period, formats: TeamFormats): string {
  return from === null ? `up to ${formats.date(to)}` : formats.dateRange(from, to);
}
