import type { RejectedRow } from "./staging";

const often = 20;
/** Reasons that repeat their cell may be as many as the rows: no more of them are told apart. */
const mostReasons = 10_000;

/**
 * Counts what is wrong with bad rows, so that a list of thousands ends with what they have in common:
 * `20,000 rows, stage: No stage is called "Open".`
 */
export function createFrequentReasons() {
  const rows = new Map<string, number>();
  return {
    add({ problems }: Pick<RejectedRow, "problems">): void {
      for (const { column, reason } of problems) {
        const key = column ? `, ${column}: ${reason}` : `: ${reason}`;
        const before = rows.get(key);
        if (before !== undefined || rows.size < mostReasons) rows.set(key, (before ?? 0) + 1);
      }
    },
    /** A line for each reason that more than twenty rows have, the most frequent first. */
    lines(): string[] {
      return [...rows]
        .filter(([, count]) => count > often)
        .sort(([, one], [, other]) => other - one)
        .map(([key, count]) => `${count.toLocaleString("en")} rows${key}`);
    },
  };
}
