/** `,` everywhere, `;` where a spreadsheet of the reader's locale asks for it. */
export type CsvSeparator = "," | ";";

// A sign at the start makes a spreadsheet calculate the cell: the whole cell must be a number to be left alone.
const plainNumber = /^[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?$/;
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell as it may be opened in a spreadsheet: text that a spreadsheet would calculate gets a leading `'`.
 * Plain numbers, negative ones included, stay as they are.
 */
export function neutraliseFormula(cell: string): string {
  return formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, separator: CsvSeparator): string {
  const needsQuotes = cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One line of a CSV file by RFC 4180, its CRLF included. Cells hold finished text; "" is an empty cell. */
export function csvLine(cells: readonly string[], separator: CsvSeparator = ","): string {
  // A lone empty cell would be an empty line, which readers skip.
  const line =
    cells.length === 1 && cells[0] === ""
      ? '""'
      : cells.map((cell) => quoted(cell, separator)).join(separator);
  return `${line}\r\n`;
}

/** A whole CSV text: a heading line of `columns`, then one line a row, in that order of columns. */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  return [csvLine(columns), ...rows.map((row) => csvLine(columns.map((column) => row[column])))].join("");
}
