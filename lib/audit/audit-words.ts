import type { Database } from "@/db/client";
import type { Team } from "@/db/queries/team";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import { isLocalDate } from "@/lib/pipeline/local-date";
import { type AuditNames, readAuditNames, type Told } from "./audit-names";

/** How entries of the audit log are written for a reader: as the team writes, with what ids stand for. */
export type AuditWords = { formats: TeamFormats; timeZone: string; names: AuditNames };

/** Something that an entry of the audit log tells: what, before and after, as text; null = it was not there. */
export type AuditChange = { what: string; before: string | null; after: string | null };

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A text of an entry for a reader: a moment and a date as the team writes them, anything else as it is. */
export function textInWords(text: string, { formats, timeZone }: AuditWords): string {
  if (isLocalDate(text)) return formats.date(text);
  return instant.test(text) ? dayAndTime(new Date(text), timeZone, formats) : text;
}

/** All that it takes to write these entries for a reader. */
export async function readAuditWords(
  db: Database,
  entries: readonly Told[],
  team: Team,
): Promise<AuditWords> {
  const names = await readAuditNames(db, entries);
  return { formats: teamFormats(team), timeZone: team.timeZone, names };
}
