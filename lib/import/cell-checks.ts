import { cutText } from "@/lib/format/cut-text";
import { isAfter2999, isBefore1900, isLocalDate, type LocalDate } from "@/lib/pipeline/local-date";
import { storable } from "@/lib/storable";

/** What is wrong with one cell, or with the row as a whole (column null). The reason is a sentence. */
export type Problem = { column: string | null; reason: string };

/** Takes what is wrong with a row, cell by cell. */
export type Complain = (column: string, reason: string) => void;

function shown(cell: string): string {
  return storable(cell.length > 60 ? `${cutText(cell, 59)}…` : cell);
}

/** A cell in a sentence: in quotes, a long one cut. */
export function quote(cell: string): string {
  return `"${shown(cell)}"`;
}

/** A text of at most so many characters; null when the cell is empty or its column missing. */
export function checkText(
  column: string,
  cell: string | undefined,
  most: number,
  complain: Complain,
): string | null {
  if (!cell) return null;
  if (cell.length > most)
    complain(column, `At most ${most} characters are allowed; this has ${cell.length}.`);
  return cell;
}

/** Complains of every cell with a character in it that PostgreSQL keeps nowhere. */
export function checkStorable(cells: Readonly<Record<string, string>>, complain: Complain): void {
  for (const [column, cell] of Object.entries(cells))
    if (cell.includes("\0")) complain(column, "There is a character in it that cannot be stored (NUL).");
}

/** A date of the calendar; null when the cell is empty or wrong. */
export function checkDay(column: string, cell: string | undefined, complain: Complain): LocalDate | null {
  if (!cell) return null;
  if (isLocalDate(cell)) return cell;
  if (isBefore1900(cell)) complain(column, `${cell} is before 1900.`);
  else if (isAfter2999(cell))
    complain(column, `${cell} is after 2999. Where there is no such day, leave the cell empty.`);
  else complain(column, `${quote(cell)} is no date of the calendar; write it as 2026-03-01.`);
  return null;
}

const answers: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["1", true],
  ["x", true],
  ["no", false],
  ["false", false],
  ["0", false],
]);

/** Yes or no; null when the cell is empty or wrong. */
export function checkYesNo(column: string, cell: string | undefined, complain: Complain): boolean | null {
  if (!cell) return null;
  const answer = answers.get(cell.toLowerCase());
  if (answer === undefined) complain(column, `${quote(cell)} is neither yes nor no (true, false, 1, 0, x).`);
  return answer ?? null;
}
