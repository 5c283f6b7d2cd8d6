import { createHash } from "node:crypto";
import { z } from "zod";
import { RuleError } from "@/lib/rule-error";

// A backup is text, compressed with gzip: a first line that says what it is; for each table a line that
// names it and its columns, its rows as COPY writes them and a line `\.`; and a last line with the number
// of rows of each table and the SHA-256 of all before it, by which a cut or damaged file is known.

const format = "Pipelog backup 1";
const rowsEnd = Buffer.from("\\.\n");
const newline = 10;

export type BackupHeading = {
  /** The newest migration of the database it was made of, by the millisecond that was made. */
  schemaVersion: number;
  madeAt: string;
};

/** What a backup is read as: rows come in pieces, and each table's end is told. */
type BackupPart =
  | { kind: "heading"; heading: BackupHeading }
  | { kind: "table"; name: string; columns: string[] }
  | { kind: "rows"; rows: Buffer }
  | { kind: "table end" }
  | { kind: "end"; counts: Record<string, number> };

/** Writes a backup's text piece by piece. */
export function backupWriter() {
  const hash = createHash("sha256");
  const hashed = (data: Buffer | string) => {
    hash.update(data);
    return data;
  };
  return {
    heading: (heading: BackupHeading) => hashed(`${format} ${JSON.stringify(heading)}\n`),
    table: (name: string, columns: readonly string[]) =>
      hashed(`table ${JSON.stringify({ name, columns })}\n`),
    rows: (rows: Buffer) => hashed(rows),
    tableEnd: () => hashed(rowsEnd),
    end: (counts: Record<string, number>) =>
      `end ${JSON.stringify({ counts, sha256: hash.digest("hex") })}\n`,
  };
}

/**
 * Reads a backup's text piece by piece; memory stays flat.
 *
 * @throws RuleError when it is not one, or not whole
 */
export async function* readBackup(source: AsyncIterable<Buffer>): AsyncGenerator<BackupPart> {
  const hash = createHash("sha256");
  let rest: Buffer = Buffer.alloc(0);
  let inRows = false;
  let isFirst = true;
  let isWhole = false;
  for await (const chunk of source) {
    const data = Buffer.concat([rest, chunk]);
    let at = 0;
    while (at < data.length) {
      if (isWhole) throw notWhole("something follows its end");
      if (inRows && data.subarray(at, at + rowsEnd.length).equals(rowsEnd)) {
        at = take(at, at + rowsEnd.length);
        inRows = false;
        yield { kind: "table end" };
        continue;
      }
      const until = (inRows ? rowsUntil(data, at) : data.indexOf(newline, at)) + 1;
      if (until <= at) break;
      const line = inRows ? undefined : data.toString("utf8", at, until - 1);
      if (line?.startsWith("end ")) {
        yield readEnd(line, hash.digest("hex"));
        isWhole = true;
        at = until;
        continue;
      }
      const piece = data.subarray(at, until);
      at = take(at, until);
      if (line === undefined) yield { kind: "rows", rows: piece };
      else if (isFirst) yield readHeading(line);
      else yield readTable(line);
      inRows ||= !isFirst;
      isFirst = false;
    }
    rest = data.subarray(at);

    function take(from: number, to: number): number {
      hash.update(data.subarray(from, to));
      return to;
    }
  }
  if (!isWhole) throw notWhole("it ends too early");
}

/** The last line break of the rows at hand, before the line that ends them if that is there. */
function rowsUntil(data: Buffer, at: number): number {
  const end = data.indexOf("\n\\.\n", at);
  return end >= 0 ? end : data.lastIndexOf(newline);
}

const firstLine = z.object({ schemaVersion: z.number(), madeAt: z.string() });
const tableLine = z.object({ name: z.string(), columns: z.array(z.string()) });
const lastLine = z.object({ counts: z.record(z.string(), z.number()), sha256: z.string() });

function readHeading(line: string): BackupPart {
  if (!line.startsWith(`${format} {`)) throw notBackup();
  const heading = readJson(line.slice(format.length), firstLine, "its first line cannot be read");
  return { kind: "heading", heading };
}

function readTable(line: string): BackupPart {
  if (!line.startsWith("table {")) throw notWhole("a table is named wrongly");
  return { kind: "table", ...readJson(line.slice("table".length), tableLine, "a table is named wrongly") };
}

function readEnd(line: string, sha256: string): BackupPart {
  const end = readJson(line.slice("end".length), lastLine, "its last line cannot be read");
  if (end.sha256 !== sha256) throw notWhole("its checksum differs");
  return { kind: "end", counts: end.counts };
}

function readJson<Shape extends z.ZodType>(text: string, shape: Shape, otherwise: string): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw notWhole(otherwise);
  }
}

/** Another file was named than a backup. */
export function notBackup(): RuleError {
  return new RuleError("This file is not a backup of Pipelog. Nothing was restored.");
}

/** @param what in words that follow a colon */
export function notWhole(what: string): RuleError {
  return new RuleError(`This backup is damaged or was cut off: ${what}. Nothing was restored.`);
}
