import { isLocalDate, type LocalDate } from "@/lib/pipeline/local-date";

/** What is wrong with one cell, or with the row as a whole (column null). The reason is a sentence. */
export type Problem = { column: string | null; reason: string };

/** Takes what is wrong with a row, cell by cell. */
export type Complain = (column: string, reason: string) => void;

/** The longest texts an import takes, in characters. */
export const longest = { name: 200, label: 100, note: 20_000, description: 2000 } as const;

/** The first day an import takes: older ones are typing errors. */
export const firstDay = "1900-01-01";

function shown(cell: string): string {
  return cell.length > 60 ? `${cell.slice(0, 59)}…` : cell;
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

/** A date of the calendar from 1900 on; null when the cell is empty or wrong. */
export function checkDay(column: string, cell: string | undefined, complain: Complain): LocalDate | null {
  if (!cell) return null;
  if (!isLocalDate(cell))
    complain(column, `${quote(cell)} is no date of the calendar; write it as 2026-03-01.`);
  else if (cell < firstDay) complain(column, `${cell} is before 1900.`);
  else return cell;
  return null;
}

const answers: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  "1": true,
  x: true,
  no: false,
  false: false,
  "0": false,
};

/** Yes or no; null when the cell is empty or wrong. */
export function checkYesNo(column: string, cell: string | undefined, complain: Complain): boolean | null {
  if (!cell) return null;
  const answer = answers[cell.toLowerCase()];
  if (answer === undefined) complain(column, `${quote(cell)} is neither yes nor no (true, false, 1, 0, x).`);
  return answer ?? null;
}
