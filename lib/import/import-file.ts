import type { Readable } from "node:stream";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getTeam } from "@/db/queries/team";
import { imports } from "@/db/schema";
import type { CsvSeparator } from "@/lib/csv/csv-writer";
import { KeepNothing } from "@/lib/dry-run";
import { RuleError } from "@/lib/rule-error";
import { importConversations } from "./import-conversations";
import { importCustomers } from "./import-customers";
import { lockImports } from "./import-lock";
import { emptyReport, type ImportKind, type ImportReport, isRefused } from "./import-report";
import type { ImportRun } from "./import-run";
import { importStages } from "./import-stages";
import type { FileShape } from "./stage-file";
import { dropStaging, listRejected, type RejectedRow } from "./staging";

/** How far an import is. `total`: rows to be written, once that is known. */
export type ImportProgress = { step: "reading" | "writing"; rows: number; total: number | null };

/** The heading row of the file a rejected row stands in, as written. */
export type RejectedFrom = { separator: CsvSeparator; headingCells: readonly string[] };

export type ImportOptions = {
  kind: ImportKind;
  /** The file's bytes, read once as they stream in. */
  source: Readable;
  fileName: string;
  /** Who imports: the recorder of the rows, and the holder of those that name nobody. */
  memberId: number;
  /** Who asked for it: a member, or null for the operator on the command line. */
  auditedAs: number | null;
  now: Date;
  /** Do everything, report it, keep nothing. */
  dryRun?: boolean;
  /** Take the good rows although there are bad ones. */
  skipBadRows?: boolean;
  /** Correct what is already there with other content. */
  update?: boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** Called for every bad row in the order of the file, awaited one by one. */
  onRejected?: (row: RejectedRow, from: RejectedFrom) => void | Promise<void>;
  /** Called when everything is about to be kept, and not otherwise: what it throws has nothing kept. */
  beforeKept?: () => Promise<void>;
};

const importers = { stages: importStages, customers: importCustomers, conversations: importConversations };

async function runIn(db: Database, options: ImportOptions, report: ImportReport): Promise<void> {
  // Compiling these statements costs more than it saves, and what they look up was mostly written just now.
  await db.execute(sql`set local jit = off`);
  await db.execute(sql`set local random_page_cost = 1.1`);
  const team = await getTeam(db);
  if (!team) throw new RuleError("There is no team yet: set it up first.");
  const { kind, source, fileName, memberId, auditedAs, now, onProgress } = options;
  const run: ImportRun = {
    source,
    team,
    memberId,
    auditedAs,
    now,
    update: options.update ?? false,
    keepCells: report.skipBadRows,
    report,
    onRead: (rows) => onProgress?.({ step: "reading", rows, total: null }),
    onWritten: (rows) => onProgress?.({ step: "writing", rows, total: report.added + report.corrected }),
    begin: async () => {
      const [row] = await db
        .insert(imports)
        .values({ kind, fileName, importedById: memberId, importedAt: now })
        .returning({ id: imports.id });
      if (!row) throw new Error("An insert returns its row.");
      report.importId = row.id;
      return row.id;
    },
  };
  // From here on, what the file is compared with stays as it is.
  await lockImports(db);
  const shape = await importers[kind](db, run);
  if (shape) await giveRejected(db, shape, options);
  await dropStaging(db);
}

async function giveRejected(db: Database, shape: FileShape, { onRejected }: ImportOptions): Promise<void> {
  if (!onRejected) return;
  const { separator, headingCells } = shape;
  for await (const row of listRejected(db)) await onRejected(row, { separator, headingCells });
}

async function record(db: Database, report: ImportReport, auditedAs: number | null): Promise<void> {
  if (report.importId === null) return;
  await db.update(imports).set({ report }).where(eq(imports.id, report.importId));
  await insertAuditEntry(db, {
    memberId: auditedAs,
    act: `import ${report.kind}`,
    subject: "import",
    subjectId: String(report.importId),
    after: report,
  });
}

/**
 * Imports a CSV file of stages, customers or conversations (contract.md, "Import files") in one transaction:
 * all of it or, with `skipBadRows`, all of its good rows; otherwise nothing, and the report says why.
 *
 * @throws RuleError when no team is set up; what the source throws when it cannot be read.
 */
export async function importFile(db: Database, options: ImportOptions): Promise<ImportReport> {
  const { kind, fileName, dryRun = false, skipBadRows = false } = options;
  const report = emptyReport({ kind, fileName, dryRun, skipBadRows });
  try {
    await db.transaction(async (tx) => {
      await runIn(tx, options, report);
      report.applied = !dryRun && !isRefused(report);
      if (!report.applied) throw new KeepNothing();
      await record(tx, report, options.auditedAs);
      await options.beforeKept?.();
    });
  } catch (error) {
    if (!(error instanceof KeepNothing)) throw error;
    report.importId = null;
  }
  return report;
}
