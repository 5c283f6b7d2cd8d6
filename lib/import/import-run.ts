import type { Readable } from "node:stream";
import type { Team } from "@/db/queries/team";
import type { ImportReport } from "./import-report";

/** One run of an import, inside its transaction. */
export type ImportRun = {
  source: Readable;
  team: Team;
  memberId: number;
  /** Who asked for it: a member, or null for the operator on the command line. */
  auditedAs: number | null;
  now: Date;
  update: boolean;
  keepCells: boolean;
  report: ImportReport;
  onRead: (rows: number) => void;
  onWritten: (rows: number) => void;
  /** Makes the import's own row, which those it writes refer to. Called once the file is known to be taken. */
  begin: () => Promise<number>;
};
