import { once } from "node:events";
import type { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { CsvProblem } from "./csv-problem";
import type { CsvSeparator } from "./csv-writer";
import { notUtf8, validUtf8 } from "./valid-utf8";

/** One record of a file: the physical line on which it starts, from 1, and its cells as written. */
export type CsvRow = { line: number; cells: string[] };

/** A CSV file being read. */
type CsvFile = {
  separator: CsvSeparator;
  /** Undefined: the file holds nothing. */
  heading: CsvRow | undefined;
  /** The records after the heading; empty ones are left out. To be read once, to the end or broken off. */
  rows: AsyncGenerator<CsvRow>;
};

/** The longest record, in bytes. A longer one is nearly always a quote that was never closed. */
const maxRecordSize = 1_000_000;

/** How much of a file is looked at for the end of its heading row, in characters. */
const maxHeading = 65_536;

// The heading row without what stands in quotes; undefined while its end has not been seen.
function headingOutsideQuotes(text: string): string | undefined {
  const outside = text.replace(/"[^"]*("|$)/g, "").trimStart();
  const end = outside.search(/[\r\n]/);
  return end === -1 ? undefined : outside.slice(0, end);
}

function separatorOf(heading: string): CsvSeparator {
  return heading.split(";").length > heading.split(",").length ? ";" : ",";
}

// Excel's first line that names the separator, `sep=;`, before the heading row.
function namedSeparator(line: string): CsvSeparator | undefined {
  const [, named] = /^sep=(.)$/i.exec(line) ?? [];
  if (named === undefined) return undefined;
  return named === ";" ? ";" : ",";
}

async function peekSeparator(chunks: AsyncIterator<Uint8Array>) {
  const taken: Uint8Array[] = [];
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { value, done } = await chunks.next();
    if (value) {
      taken.push(value);
      text += decoder.decode(value, { stream: true });
    }
    const heading = headingOutsideQuotes(text);
    if (heading === undefined && !done && text.length <= maxHeading) continue;
    const named = namedSeparator(heading ?? text);
    return { taken, separator: named ?? separatorOf(heading ?? text), isNamed: named !== undefined };
  }
}

const zipMark = Buffer.from("PK\x03\x04");

// Spreadsheet files, .xlsx and .ods, are zip archives.
async function* notSpreadsheet(source: Readable): AsyncGenerator<Uint8Array | string> {
  let isFirst = true;
  for await (const chunk of source) {
    if (isFirst && Buffer.from(chunk).subarray(0, zipMark.length).equals(zipMark))
      throw new CsvProblem(1, "This is a spreadsheet file: save it as CSV in UTF-8.");
    isFirst = false;
    yield chunk;
  }
}

async function* joined(taken: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array>) {
  try {
    yield* taken;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function sentenceOf(error: CsvError): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "A quote is opened in this row and never closed.";
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return "This row is longer than a megabyte: is there a quote that is never closed?";
  return error.message;
}

// The records of one chunk after another. Collected here rather than read from the parser's own stream,
// which drops what it holds when it fails: the rows before a broken one are still read and counted.
async function* recordsOf(
  chunks: AsyncGenerator<Uint8Array>,
  separator: CsvSeparator,
): AsyncGenerator<string[][], CsvError | undefined> {
  let records: string[][] = [];
  const parser = parse({
    bom: true,
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRecordSize,
    on_record: (cells: string[]) => {
      records.push(cells);
      return null;
    },
  });
  const failed = new Promise<CsvError>((resolve) => parser.once("error", resolve));
  const step = async (done: Promise<unknown>) => {
    const failure = await Promise.race([failed, done.then(() => undefined)]);
    const read = records;
    records = [];
    return { read, failure };
  };
  for await (const chunk of chunks) {
    const { read, failure } = await step(
      new Promise<void>((resolve) => parser.write(chunk, (error) => !error && resolve())),
    );
    yield read;
    if (failure) return failure;
  }
  const { read, failure } = await step(once(parser.end().resume(), "end"));
  yield read;
  return failure;
}

const lineBreak = /\r\n|\r|\n/g;

async function* numbered(
  chunks: AsyncGenerator<Uint8Array>,
  separator: CsvSeparator,
): AsyncGenerator<CsvRow> {
  const batches = recordsOf(chunks, separator);
  let line = 1;
  try {
    for (;;) {
      const batch = await batches.next();
      if (batch.done && batch.value) throw new CsvProblem(line, sentenceOf(batch.value));
      if (batch.done) return;
      for (const cells of batch.value) {
        if (cells.some((cell) => cell.trim() !== "")) yield { line, cells };
        line += 1;
        for (const cell of cells) line += cell.match(lineBreak)?.length ?? 0;
      }
    }
  } finally {
    await batches.return(undefined);
  }
}

/**
 * Reads a CSV file as it streams in: UTF-8 with or without BOM, comma or semicolon by its heading row or a line
 * `sep=;` before it, any line ends, line breaks in quoted cells. A quote in the middle of a cell (`15" rim`) is kept as
 * it stands.
 *
 * @throws CsvProblem, from here or while the rows are read, where the file cannot be read any further.
 */
export async function openCsv(source: Readable): Promise<CsvFile> {
  const chunks = validUtf8(notSpreadsheet(source));
  const { taken, separator, isNamed } = await peekSeparator(chunks);
  const rows = numbered(joined(taken, chunks), separator);
  if (isNamed) await rows.next();
  const first = await rows.next();
  // UTF-16 without its mark is UTF-8 as well: each Latin letter has a NUL beside it.
  if (!first.done && first.value.cells.every((cell) => cell.includes("\0"))) {
    await rows.return(undefined);
    throw new CsvProblem(first.value.line, notUtf8);
  }
  return { separator, heading: first.done ? undefined : first.value, rows };
}
