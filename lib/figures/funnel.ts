import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { listFunnelGroups } from "@/db/queries/funnel";
import { listStages } from "@/db/queries/stages";
import { dealsReached, dealsWonNow } from "@/lib/pipeline/funnel";
import { mean } from "@/lib/pipeline/metrics";
import { type StageLabel, stageLabel } from "./stage-rows";

/** A step of the funnel; the last one has no stage: won as of T. */
export type FunnelStep = {
  stage: StageLabel | null;
  reached: number;
  /** Reached next ÷ reached this, a fraction; null at the last step and where none was reached. */
  conversionToNext: number | null;
};

/**
 * The funnel over the deals opened in P: how many reached each open stage, then how many are won as of T. An
 * archived stage is shown while it is the furthest that one of these deals came.
 */
export async function readFunnel(db: Database, filter: FigureFilter): Promise<FunnelStep[]> {
  const [stages, groups] = await Promise.all([listStages(db), listFunnelGroups(db, filter)]);
  const steps = stages
    .filter(
      ({ id, outcome, isArchived }) =>
        outcome === "open" && (!isArchived || groups.some(({ furthestStageId }) => furthestStageId === id)),
    )
    .toSorted((a, b) => a.position - b.position)
    .map((stage) => ({ stage: stageLabel(stage), reached: dealsReached(groups, stage.position) }));
  const all = [...steps, { stage: null, reached: dealsWonNow(groups) }];
  return all.map((step, index) => {
    const next = all[index + 1];
    return { ...step, conversionToNext: next ? mean(next.reached, step.reached) : null };
  });
}
