import { Readable } from "node:stream";
import type { Database } from "@/db/client";
import { insertFirstAdmin, insertFirstStages, insertTeam } from "@/db/queries/set-up";
import { type ImportOptions, importFile } from "@/lib/import/import-file";
import type { ImportKind } from "@/lib/import/import-report";
import { currencyDigits } from "@/lib/pipeline/money";
import type { Outcome } from "@/lib/pipeline/outcome";

/** The pipeline of domain.md's worked examples. */
export const exampleStages: readonly { name: string; outcome: Outcome }[] = [
  { name: "Contact made", outcome: "open" },
  { name: "Demo given", outcome: "open" },
  { name: "Proposal sent", outcome: "open" },
  { name: "Won", outcome: "won" },
  { name: "Lost", outcome: "lost" },
  { name: "Cancelled", outcome: "lost" },
];

/** A team in Johannesburg that counts in rand, with its admin Thandi and the example stages. */
export async function setUpExampleTeam(
  db: Database,
  { timeZone = "Africa/Johannesburg", currency = "ZAR" } = {},
): Promise<{ memberId: number }> {
  await insertTeam(db, {
    name: "Highveld Tyres",
    currency,
    currencyDigits: currencyDigits(currency) ?? 2,
    timeZone,
    locale: "en-ZA",
    firstDayOfWeek: 1,
  });
  const memberId = await insertFirstAdmin(db, {
    name: "Thandi",
    email: "thandi@example.com",
    passwordHash: "unused",
  });
  await insertFirstStages(db, exampleStages, memberId);
  return { memberId };
}

/** Imports a text as a file and collects what is wrong with it as `line column: reason`. */
export async function importText(
  db: Database,
  kind: ImportKind,
  text: string | Buffer,
  options: Partial<ImportOptions> & Pick<ImportOptions, "memberId">,
) {
  const problems: string[] = [];
  const report = await importFile(db, {
    kind,
    source: Readable.from([Buffer.from(text)]),
    fileName: `${kind}.csv`,
    now: new Date("2026-11-24T10:00:00Z"),
    ...options,
    onRejected: async (row, from) => {
      for (const { column, reason } of row.problems) problems.push(`${row.line} ${column ?? "row"}: ${reason}`);
      await options.onRejected?.(row, from);
    },
  });
  return { report, problems };
}
