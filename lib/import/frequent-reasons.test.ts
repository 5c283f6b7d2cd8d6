import { expect, test } from "vitest";
import { createFrequentReasons } from "./frequent-reasons";

test("reasons that more than twenty rows have are summed up, the most frequent first", () => {
  const reasons = createFrequentReasons();
  const unknown = { column: "stage", reason: 'No stage is called "Open".' };
  const short = { column: null, reason: "The row has 1 cell, the heading 3." };
  for (let row = 0; row < 1200; row++) reasons.add({ problems: row < 1000 ? [unknown] : [unknown, short] });
  for (let row = 0; row < 20; row++)
    reasons.add({ problems: [{ column: "date", reason: "The date is missing." }] });
  expect(reasons.lines()).toEqual([
    '1,200 rows, stage: No stage is called "Open".',
    "200 rows: The row has 1 cell, the heading 3.",
  ]);
});
