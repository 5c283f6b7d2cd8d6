import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { csvLine } from "@/lib/csv/csv-writer";
import { nameFile } from "@/lib/file-error";
import type { RejectedFrom } from "./import-file";
import type { RejectedRow } from "./staging";

/** What is wrong with a row, in one line: each column with its reason. */
function reasonOf({ problems }: RejectedRow): string {
  return problems.map(({ column, reason }) => (column ? `${column}: ${reason}` : reason)).join(" ");
}

const isReason = (heading: string) => heading.trim().toLowerCase() === "reason";

/** The columns of the imported file and a `reason`, in place of one that it has from the last time. */
export function rejectedHeading(headingCells: readonly string[]): string[] {
  return [...headingCells.filter((heading) => !isReason(heading)), "reason"];
}

/** A rejected row's cells with the reason in the last column; cells beyond the heading come after it. */
export function rejectedCells(row: RejectedRow, headingCells: readonly string[]): string[] {
  const inHeading = headingCells.flatMap((heading, index) =>
    isReason(heading) ? [] : [row.cells[index] ?? ""],
  );
  return [...inHeading, reasonOf(row), ...row.cells.slice(headingCells.length)];
}

const charactersAtOnce = 65_536;

async function isTaken(path: string): Promise<boolean> {
  try {
    await (await open(path, "wx")).close();
    return false;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return true;
    throw nameFile(error, path);
  }
}

/** Makes an empty file of the first name that is free: `talks.csv`, else `talks-2.csv`, `talks-3.csv`, … */
async function takeFreeName(path: string): Promise<string> {
  for (let turn = 1; ; turn++) {
    const name = turn === 1 ? path : path.replace(/(?=\.csv$)/, `-${turn}`);
    if (!(await isTaken(name))) return name;
  }
}

/**
 * The file that rejected rows are written to, so that it can be mended and imported again. It is begun with the
 * first row beside `path`, and takes its place when it is closed; where a file from before stands there, perhaps
 * being mended by hand, it takes the next free name: `talks.csv.rejected-2.csv`.
 *
 * @param path ends in `.csv`.
 */
export function createRejectedFile(path: string) {
  const begunPath = `${path}.part`;
  let standsAt = begunPath;
  let file: FileHandle | undefined;
  let unwritten = "";

  async function flush(): Promise<void> {
    await file?.appendFile(unwritten).catch((error: unknown) => {
      throw nameFile(error, path);
    });
    unwritten = "";
  }

  return {
    async add(row: RejectedRow, { separator, headingCells }: RejectedFrom): Promise<void> {
      if (!file) {
        file = await open(begunPath, "w");
        // Spreadsheets take a file without this mark for another encoding.
        unwritten = `\uFEFF${csvLine(rejectedHeading(headingCells), separator)}`;
      }
      unwritten += csvLine(rejectedCells(row, headingCells), separator);
      if (unwritten.length > charactersAtOnce) await flush();
    },
    /** @returns where the file is; undefined: no row was rejected. */
    async close(): Promise<string | undefined> {
      if (!file) return undefined;
      await flush();
      await file.close();
      const name = await takeFreeName(path);
      await rename(begunPath, name);
      standsAt = name;
      return name;
    },
    /** Leaves nothing, closed or not: the import failed after all. */
    async discard(): Promise<void> {
      if (!file) return;
      await file.close();
      await rm(standsAt, { force: true });
    },
  };
}
