import type { Team } from "@/db/queries/team";
import type { ConversationRow } from "@/db/queries/timeline";
import { momentInWords } from "@/lib/format/moment-in-words";
import { teamFormats } from "@/lib/format/team-formats";

/** Which conversation the title of a page is about, among all with that customer: "Lynx Leasing, 24 Nov 2026, 14:05". */
export function talkInTitle(row: Pick<ConversationRow, "customer" | "at" | "dateOnly">, team: Team): string {
  return `${row.customer}, ${momentInWords(row, teamFormats(team), team.timeZone)}`;
}
