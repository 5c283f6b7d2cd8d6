import type { Stage } from "@/db/queries/stages";

/** A stage as a row of figures shows it. */
export type StageLabel = Pick<Stage, "id" | "name" | "outcome" | "color" | "isArchived">;

/** What a row of figures shows of a stage. */
export function stageLabel({ id, name, outcome, color, isArchived }: Stage): StageLabel {
  return { id, name, outcome, color, isArchived };
}

/**
 * One row per stage, in order: every stage that is not archived, then the archived ones that have a figure.
 *
 * @param counted what a query found, by stage.
 * @param rowOf makes a stage's row; it is given undefined for a stage that the query did not find.
 */
export function stageRows<Counted extends { stageId: number }, Row>(
  stages: readonly Stage[],
  counted: readonly Counted[],
  rowOf: (counted: Counted | undefined, stage: Stage) => Row,
): (Row & { stage: StageLabel })[] {
  const byStage = new Map(counted.map((row) => [row.stageId, row]));
  return stages
    .filter(({ id, isArchived }) => !isArchived || byStage.has(id))
    .map((stage) => ({ stage: stageLabel(stage), ...rowOf(byStage.get(stage.id), stage) }));
}
