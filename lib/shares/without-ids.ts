import type { StageLabel } from "@/lib/figures/stage-rows";

/** A stage as outsiders are told of it: its place in the list stands for its id. */
export function stageWithoutId(stage: StageLabel, index: number): StageLabel {
  return { ...stage, id: index + 1 };
}

/** Rows of figures by stage as outsiders are told of them. */
export function rowsWithoutIds<Row extends { stage: StageLabel }>(rows: readonly Row[]): Row[] {
  return rows.map((row, index) => ({ ...row, stage: stageWithoutId(row.stage, index) }));
}
