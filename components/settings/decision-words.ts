import type { QuarantinedRow } from "@/db/queries/quarantine";
import { dayAndTime } from "@/lib/format/moment-in-words";
import type { TeamFormats } from "@/lib/format/team-formats";

type Decided = Pick<QuarantinedRow, "decision" | "decidedAt" | "decidedBy">;

/** What became of an entry of a removed member, by whom and when; "" while nobody has decided. */
export function decisionWords(entry: Decided, timeZone: string, formats: TeamFormats): string {
  const { decision, decidedAt, decidedBy } = entry;
  if (!decision || !decidedAt) return "";
  return `${decision === "logged" ? "Logged" : "Discarded"} by ${decidedBy}, ${dayAndTime(decidedAt, timeZone, formats)}`;
}
