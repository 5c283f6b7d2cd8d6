import { Readable } from "node:stream";
import type { Database } from "@/db/client";
import { type ImportOptions, importFile } from "@/lib/import/import-file";
import type { ImportKind } from "@/lib/import/import-report";

/** Imports a text as a file and collects what is wrong with it, each as `line column: reason`. */
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
    auditedAs: options.memberId,
    now: new Date("2026-11-24T10:00:00Z"),
    ...options,
    onRejected: async (row, from) => {
      for (const { column, reason } of row.problems)
        problems.push(`${row.line} ${column ?? "row"}: ${reason}`);
      await options.onRejected?.(row, from);
    },
  });
  return { report, problems };
}
