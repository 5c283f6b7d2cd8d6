import { plural } from "@/lib/format/plural";
import type { ImportProgress } from "./import-file";

const rowsPerLine = 20_000;

function sentence({ step, rows, total }: ImportProgress): string {
  const done = rows.toLocaleString("en");
  const word = plural(total ?? rows, "row", "rows");
  return step === "reading"
    ? `Reading: ${done} ${word}`
    : `Writing: ${done}${total === null ? "" : ` of ${total.toLocaleString("en")}`} ${word}`;
}

/** Shows how far an import is: in place on a terminal, otherwise a line every 20,000 rows. */
export function createProgressView(output: { isTTY?: boolean; write: (text: string) => unknown }) {
  let shown: { step: string; rows: number } = { step: "", rows: 0 };
  let isLineOpen = false;
  return {
    show(progress: ImportProgress): void {
      if (output.isTTY) {
        output.write(`\r\u001b[K${sentence(progress)}`);
        isLineOpen = true;
        return;
      }
      const since = progress.step === shown.step ? shown.rows : 0;
      if (progress.rows - since < rowsPerLine) return;
      shown = { step: progress.step, rows: progress.rows };
      output.write(`${sentence(progress)}\n`);
    },
    /** Clears the line that is shown in place, so that other text can follow. */
    clear(): void {
      if (isLineOpen) output.write("\r\u001b[K");
      isLineOpen = false;
    },
  };
}
