import type { Readable } from "node:stream";
import type { Database } from "@/db/client";
import { CsvProblem } from "@/lib/csv/csv-problem";
import type { CsvSeparator } from "@/lib/csv/csv-writer";
import { type CsvRow, openCsv } from "@/lib/csv/open-csv";
import { storable } from "@/lib/storable";
import type { Problem } from "./cell-checks";
import { type Cells, type Columns, cellsOf, type Heading, readHeading, watchEmptyColumns } from "./heading";
import type { ImportReport } from "./import-report";
import { createStaging, type StagedColumns, type StagedRow, stageFileRows, stageProblems } from "./staging";

/** How the rows of one kind of file are read. */
export type FileKind<Name extends string> = {
  columns: Columns<Name>;
  staged: StagedColumns;
  /** The row as it is staged, or everything that is wrong with it. */
  check: (cells: Cells<Name>, separator: CsvSeparator) => object | Problem[];
  /** What is kept of a bad row, so that other rows can be compared with it. */
  keepOfBad: (cells: Cells<Name>) => Record<string, string | undefined>;
};

/** The heading of a file as its rejected rows need it. */
export type FileShape<Name extends string = string> = {
  separator: CsvSeparator;
  headingCells: readonly string[];
  heading: Heading<Name>;
};

type StageOptions = {
  source: Readable;
  /** Whether the cells of all rows are kept: bad rows are to be written down, also those found late. */
  keepCells: boolean;
  onRead: (rows: number) => void;
};

const batchSize = 2000;

function widthProblem(cells: readonly string[], expected: number): Problem[] {
  const many = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
  return [{ column: null, reason: `The row has ${many}, the heading ${expected}.` }];
}

type Batch = { rows: StagedRow[]; problems: (Problem & { line: number; place: number })[] };

function addRow<Name extends string>(
  batch: Batch,
  kind: FileKind<Name>,
  { headingCells, heading, separator }: FileShape<Name>,
  { line, cells }: CsvRow,
  keepCells: boolean,
): void {
  const named = cellsOf(heading, cells, kind.columns);
  const content =
    cells.length === headingCells.length
      ? kind.check(named, separator)
      : widthProblem(cells, headingCells.length);
  if (!Array.isArray(content)) {
    const kept = keepCells ? { cells: cells.map(storable) } : undefined;
    batch.rows.push(Object.assign(content, { line, bad: false }, kept));
    return;
  }
  const kept = Object.entries(kind.keepOfBad(named)).map(([column, cell]) => [
    column,
    cell && storable(cell),
  ]);
  batch.rows.push({ ...Object.fromEntries(kept), line, bad: true, cells: cells.map(storable) });
  const problems: Problem[] = content;
  batch.problems.push(
    ...problems.map(({ column, reason }, place) => ({ line, place, column, reason: storable(reason) })),
  );
}

async function storeBatch(db: Database, staged: StagedColumns, { rows, problems }: Batch): Promise<void> {
  if (rows.length > 0) await stageFileRows(db, staged, rows);
  await stageProblems(db, problems);
}

/**
 * Reads the file once and stages its rows and what is wrong with each of them on its own. What is wrong with
 * the file as a whole goes to the report's refusals.
 *
 * @returns undefined when there is no heading to read the rows by.
 */
export async function stageFile<Name extends string>(
  db: Database,
  kind: FileKind<Name>,
  report: ImportReport,
  { source, keepCells, onRead }: StageOptions,
): Promise<FileShape<Name> | undefined> {
  await createStaging(db, kind.staged);
  let shape: FileShape<Name> | undefined;
  let batch: Batch = { rows: [], problems: [] };
  let storing = Promise.resolve();
  // The next batch is read while this one is stored.
  const store = async () => {
    await storing;
    const full = batch;
    batch = { rows: [], problems: [] };
    report.rows += full.rows.length;
    onRead(report.rows);
    storing = storeBatch(db, kind.staged, full);
    storing.catch(() => {});
  };
  try {
    const { separator, heading: first, rows } = await openCsv(source);
    if (!first) {
      report.refusals.push("The file is empty: its first row names the columns.");
      return undefined;
    }
    const heading = readHeading(first.cells, kind.columns);
    report.unknownColumns = heading.unknown.map(storable);
    if (heading.problems.length > 0) {
      report.refusals.push(...heading.problems.map((problem) => `Line ${first.line}: ${problem}`));
      source.destroy();
      return undefined;
    }
    shape = { separator, headingCells: first.cells, heading };
    const columns = watchEmptyColumns(first.cells);
    for await (const row of rows) {
      columns.see(row.cells);
      addRow(batch, kind, shape, row, keepCells);
      if (batch.rows.length === batchSize) await store();
    }
    report.unknownColumns = columns.without(report.unknownColumns);
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    report.refusals.push(`${error.message} Nothing after it could be read.`);
  }
  await store();
  await storing;
  return shape;
}
