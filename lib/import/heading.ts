import { cleanName } from "@/lib/pipeline/clean-name";

/** The columns a file of one kind may have. */
export type Columns<Name extends string = string> = {
  required: readonly Name[];
  optional: readonly Name[];
  /** Those that hold names: of people, customers, stages, … */
  names: readonly Name[];
};

/** What a heading row says. `columns` holds, cell by cell, the column of that name; null for an unknown one. */
export type Heading<Name extends string = string> = {
  columns: (Name | null)[];
  present: ReadonlySet<Name>;
  unknown: string[];
  problems: string[];
};

/** The cells of a row by column, trimmed, and names as they are stored; undefined where the file has no such column. */
export type Cells<Name extends string = string> = Readonly<Partial<Record<Name, string>>>;

/** What a column without a heading is called in the report. */
function unnamed(index: number): string {
  return `column ${index + 1}, without a heading`;
}

/**
 * Watches the columns without a heading at the end of a file, as spreadsheets leave them behind: those whose cells
 * are all empty hold nothing that could have been read.
 */
export function watchEmptyColumns(headingCells: readonly string[]) {
  const named = headingCells.findLastIndex((cell) => cell.trim() !== "");
  let empty = headingCells.map((_, index) => index).slice(named + 1);
  return {
    see(cells: readonly string[]): void {
      if (empty.length > 0) empty = empty.filter((index) => !cells[index]?.trim());
    },
    /** The unknown columns but for those that were empty to the end. */
    without(unknown: readonly string[]): string[] {
      const left = new Set(empty.map(unnamed));
      return unknown.filter((column) => !left.has(column));
    },
  };
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

function missingProblems({ required, optional }: Columns, missing: readonly string[]): string[] {
  const others = optional.length > 0 ? `; there may be ${listed(optional)}` : "";
  return missing.map((name, index) => {
    const isLast = index === missing.length - 1;
    const all = isLast ? ` There must be ${listed(required)}${others}.` : "";
    return `The column "${name}" is missing.${all}`;
  });
}

/** Compares a heading row, trimmed and without regard to case, with the columns of its kind. */
export function readHeading<Name extends string>(
  cells: readonly string[],
  kind: Columns<Name>,
): Heading<Name> {
  const { required, optional } = kind;
  const known = new Map([...required, ...optional].map((name) => [name as string, name]));
  const keys = cells.map((cell) => cell.trim().toLowerCase());
  const columns = keys.map((key) => known.get(key) ?? null);
  const present = new Set(columns.filter((name) => name !== null));
  const repeated = columns.filter((name, index) => name !== null && columns.indexOf(name) < index);
  const missing = required.filter((name) => !present.has(name));
  const isByTabs = missing.length > 0 && cells.some((cell) => cell.includes("\t"));
  return {
    columns,
    present,
    unknown: cells.flatMap((cell, index) => (columns[index] === null ? [cell.trim() || unnamed(index)] : [])),
    problems: [
      ...(isByTabs ? ["Separate the columns by commas or semicolons."] : missingProblems(kind, missing)),
      ...[...new Set(repeated)].map((name) => `The column "${name}" is there more than once.`),
    ],
  };
}

/** A row's cells by the columns of the heading. */
export function cellsOf<Name extends string>(
  heading: Heading<Name>,
  cells: readonly string[],
  { names }: Columns<Name>,
): Cells<Name> {
  const named: Partial<Record<Name, string>> = {};
  heading.columns.forEach((name, index) => {
    const cell = cells[index] ?? "";
    if (name !== null) named[name] = names.includes(name) ? cleanName(cell) : cell.trim();
  });
  return named;
}
