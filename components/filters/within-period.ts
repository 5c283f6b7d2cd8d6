import type { TeamFormats } from "@/lib/format/team-formats";
import type { Period } from "@/lib/pipeline/period";
import { periodInWords } from "./period-in-words";

/** When something happened in a sentence: "in 1 – 24 Nov 2026", "on 24 Nov 2026", or "up to 24 Nov 2026" since the beginning. */
export function withinPeriod(period: Period, formats: TeamFormats): string {
  const dates = periodInWords(period, formats);
  if (period.from === null) return dates;
  return `${period.from === period.to ? "on" : "in"} ${dates}`;
}
