import { Readable } from "node:stream";
import type { Database } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { csvText } from "@/lib/csv/csv-writer";
import { importFile } from "@/lib/import/import-file";
import { type ImportKind, isRefused } from "@/lib/import/import-report";
import { reportLines } from "@/lib/import/report-lines";
import { localDateOf } from "@/lib/pipeline/local-date";
import { setUpTeam } from "@/lib/set-up/set-up-team";
import { demoColumns, demoLog } from "./demo-log";
import { demoTeam } from "./demo-team";

async function importDemoFile(
  db: Database,
  kind: ImportKind,
  text: string,
  who: { memberId: number; now: Date },
): Promise<void> {
  const problems: string[] = [];
  const report = await importFile(db, {
    kind,
    source: Readable.from([Buffer.from(text)]),
    fileName: `demo-${kind}.csv`,
    ...who,
    auditedAs: who.memberId,
    onRejected: ({ line, problems: [first] }) => {
      problems.push(`Line ${line}: ${first?.reason}`);
    },
  });
  if (isRefused(report)) throw new Error([...problems, ...reportLines(report)].join("\n"));
}

/**
 * Fills an empty database with the demo team and its year and a half of conversations, all or nothing, through
 * the same import as any other file. A database that has a team is left alone.
 *
 * @param password what the demo's admin signs in with.
 * @returns whether it was filled.
 */
export async function loadDemo(
  db: Database,
  { password, now }: { password: string; now: Date },
): Promise<boolean> {
  if (await getTeam(db)) return false;
  const log = demoLog(localDateOf(now, demoTeam.timeZone));
  const { name: teamName, ...settings } = demoTeam;
  await db.transaction(async (tx) => {
    const { adminId } = await setUpTeam(tx, { teamName, ...settings, password });
    const who = { memberId: adminId, now };
    await importDemoFile(tx, "stages", csvText(demoColumns.stages, log.stages), who);
    await importDemoFile(tx, "customers", csvText(demoColumns.customers, log.customers), who);
    await importDemoFile(tx, "conversations", csvText(demoColumns.conversations, log.conversations), who);
  });
  return true;
}
