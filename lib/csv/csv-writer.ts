/** `,` everywhere, `;` where a spreadsheet of the reader's locale asks for it. */
export type CsvSeparator = "," | ";";

const plainNumber = /^[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?$/;

// What makes a spreadsheet calculate a cell: a sign at its start. Behind a separator or a line break, or quotes
// after these, one starts a cell as well where the spreadsheet separates by another character than the file.
const formulaStarts = /^(?=[=+\-@\t\r\n＝＋－＠])|(?=[=+\-@\t＝＋－＠])(?<=[,;\t\r\n]"*)/g;

/**
 * A cell as it may be opened in a spreadsheet, whatever that separates by: text in it that a spreadsheet would
 * calculate gets a leading `'`. Plain numbers, negative ones included, stay as they are.
 */
export function neutraliseFormula(cell: string): string {
  return plainNumber.test(cell) ? cell : cell.replace(formulaStarts, "'");
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
