import { type GridSort, type GridView, gridSorts } from "@/db/queries/grid";
import type { Stage } from "@/db/queries/stages";
import { strangeCursor } from "@/lib/keyset-cursor";
import { askedStage } from "@/lib/stages/asked-stage";
import type { ParameterProblem } from "./filter-params";
import { readGridCursor } from "./grid";

/** The parameters of the grid beside the filter's. `sort=-amount` is descending. */
export const gridParameters = ["stage", "search", "sort", "cursor"] as const;

type GridParams = Partial<Record<(typeof gridParameters)[number], string>>;

/** Rows of one page of the grid. */
export const gridPageSize = 100;

function isSort(text: string): text is GridSort {
  return (gridSorts as readonly string[]).includes(text);
}

/**
 * Reads which rows of the grid an address asks for: a stage by id or name, a search text, an order, and where
 * the page begins. What cannot be used is left out and told in `problems`.
 */
export function readGridView(
  params: GridParams,
  stages: readonly Stage[],
): { view: GridView; stage: Stage | null; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const { stage: stageText = "", search = "", sort: sortText = "", cursor = "" } = params;
  const stage = askedStage(stages, stageText);
  if (stageText && !stage) problems.push({ parameter: "stage", detail: `There is no stage “${stageText}”.` });
  const column = sortText.replace(/^-/, "");
  if (column && !isSort(column))
    problems.push({
      parameter: "sort",
      detail: `“${column}” is no column; there are ${gridSorts.join(", ")}.`,
    });
  const order = isSort(column)
    ? { sort: column, descending: sortText.startsWith("-") }
    : ({ sort: "stage", descending: false } as const);
  const after = cursor ? readGridCursor(cursor, order) : undefined;
  if (cursor && !after) problems.push({ parameter: "cursor", detail: strangeCursor });
  return {
    stage: stage ?? null,
    problems,
    view: {
      stageId: stage?.id ?? null,
      search: search.trim(),
      ...order,
      after: after ?? null,
      limit: gridPageSize,
    },
  };
}
