import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { csvLine } from "@/lib/csv/csv-writer";
import type { RejectedFrom } from "./import-file";
import type { RejectedRow } from "./staging";

/** What is wrong with a row, in one line: each column with its reason. */
export function reasonOf({ problems }: RejectedRow): string {
  return problems.map(({ column, reason }) => (column ? `${column}: ${reason}` : reason)).join(" ");
}

/** A rejected row's cells with the reason in the last column; cells beyond the heading come after it. */
export function rejectedCells(row: RejectedRow, width: number): string[] {
  const inHeading = Array.from({ length: width }, (_, index) => row.cells[index] ?? "");
  return [...inHeading, reasonOf(row), ...row.cells.slice(width)];
}

/**
 * The file that rejected rows are written to: the columns of the imported one and a `reason`, so that it can be
 * mended and imported again. It is made with the first row.
 */
export function createRejectedFile(path: string) {
  let stream: WriteStream | undefined;

  async function write(text: string): Promise<void> {
    if (stream && !stream.write(text)) await once(stream, "drain");
  }

  return {
    path,
    async add(row: RejectedRow, { separator, headingCells }: RejectedFrom): Promise<void> {
      if (!stream) {
        stream = createWriteStream(path);
        await once(stream, "open");
        await write(csvLine([...headingCells, "reason"], separator));
      }
      await write(csvLine(rejectedCells(row, headingCells.length), separator));
    },
    /** @returns whether there is a file. */
    async close(): Promise<boolean> {
      if (!stream) return false;
      stream.end();
      await once(stream, "close");
      return true;
    },
    /** Leaves nothing: the import failed after all. */
    async discard(): Promise<void> {
      if (!stream) return;
      stream.destroy();
      await rm(path, { force: true });
    },
  };
}
