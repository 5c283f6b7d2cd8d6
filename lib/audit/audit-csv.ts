import type { Database } from "@/db/client";
import { type AuditFilter, type AuditRow, listAuditEntries } from "@/db/queries/audit-entries";
import type { Team } from "@/db/queries/team";
import { csvLine, neutraliseFormula } from "@/lib/csv/csv-writer";
import { auditSentence, operatorName } from "./audit-sentence";
import { type AuditWords, readAuditWords } from "./audit-words";

const rowsAtOnce = 1000;

const headings = ["number", "at", "by", "act", "subject", "subject_id", "sentence", "before", "after"];

const json = (value: unknown) => (value === null || value === undefined ? "" : JSON.stringify(value));

function cellsOf(row: AuditRow, words: AuditWords): string[] {
  return [
    String(row.id),
    row.at.toISOString(),
    row.by ?? operatorName,
    row.act,
    row.subject,
    row.subjectId ?? "",
    auditSentence(row, words),
    json(row.before),
    json(row.after),
  ].map(neutraliseFormula);
}

/**
 * Writes the entries of the audit log as CSV, the latest first, a thousand at a time: moments in ISO 8601, what was
 * before and after as JSON, texts that a spreadsheet would calculate neutralised. `write` is awaited.
 */
export async function writeAuditCsv(
  db: Database,
  { filter, team }: { filter: AuditFilter; team: Team },
  write: (text: string) => Promise<void>,
): Promise<void> {
  // Spreadsheets take a file without this mark for another encoding.
  await write(`\uFEFF${csvLine(headings)}`);
  let beforeId: number | null = null;
  for (;;) {
    const rows: AuditRow[] = await listAuditEntries(db, filter, { beforeId, limit: rowsAtOnce });
    const words = await readAuditWords(db, rows, team);
    if (rows.length > 0) await write(rows.map((row) => csvLine(cellsOf(row, words))).join(""));
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    beforeId = last.id;
  }
}
