import type { importKinds } from "@/db/schema";

export type ImportKind = (typeof importKinds)[number];

/** What an import may make besides its own rows. */
export const byProducts = ["customers", "employees", "topics", "channels", "contacts", "deals"] as const;

export type ByProduct = (typeof byProducts)[number];

/** What an import did or, after a dry run, would do. Counts are rows of the file unless said otherwise. */
export type ImportReport = {
  kind: ImportKind;
  fileName: string;
  dryRun: boolean;
  skipBadRows: boolean;
  /** The content of the file is in the database now: false after a dry run and after a refusal. */
  applied: boolean;
  importId: number | null;
  rows: number;
  added: number;
  /** Already there with the same content. */
  unchanged: number;
  corrected: number;
  /** Bad rows, each given to `onRejected`. */
  rejected: number;
  /** Why the file as a whole was refused, beside its bad rows. */
  refusals: string[];
  unknownColumns: string[];
  /** New customers, employees, … (numbers of them, not rows). */
  created: Record<ByProduct, number>;
  /** What the first few of the new employees are called: who is spelled otherwise than on the team is seen here. */
  newEmployees: string[];
  withoutReference: number;
  /** Rows whose follow-up lies before their own day: taken as written, though the form refuses such a promise. */
  promisedBefore: number;
  /** Days on which one customer has both a date without a time and a moment: the date sorts first. */
  mixedDays: { count: number; examples: { customer: string; date: string }[] };
  /** Stages that were never used and are not in the file. */
  removedStages: string[];
  /** Deals whose states were derived anew because the meaning or the order of stages changed. */
  rederivedDeals: number;
};

/** A report before anything was read. */
export function emptyReport(
  of: Pick<ImportReport, "kind" | "fileName" | "dryRun" | "skipBadRows">,
): ImportReport {
  const { kind, fileName, dryRun, skipBadRows } = of;
  return {
    kind,
    fileName,
    dryRun,
    skipBadRows,
    applied: false,
    importId: null,
    rows: 0,
    added: 0,
    unchanged: 0,
    corrected: 0,
    rejected: 0,
    refusals: [],
    unknownColumns: [],
    created: { customers: 0, employees: 0, topics: 0, channels: 0, contacts: 0, deals: 0 },
    newEmployees: [],
    withoutReference: 0,
    promisedBefore: 0,
    mixedDays: { count: 0, examples: [] },
    removedStages: [],
    rederivedDeals: 0,
  };
}

/** Whether nothing of the file may be kept. The stages of a file are one whole: no bad row of it is skipped. */
export function isRefused({ kind, refusals, rejected, skipBadRows }: ImportReport): boolean {
  return refusals.length > 0 || (rejected > 0 && (!skipBadRows || kind === "stages"));
}
