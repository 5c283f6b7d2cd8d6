import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { listArchivedStagesPassed, listFunnelGroups } from "@/db/queries/funnel";
import { listStages } from "@/db/queries/stages";
import { dealsOpened, dealsReached, dealsWonNow } from "@/lib/pipeline/funnel";
import { conversionRate, mean } from "@/lib/pipeline/metrics";
import { type StageLabel, stageLabel } from "./stage-rows";

/** A step of the funnel; the last one has no stage: won as of T. */
export type FunnelStep = {
  stage: StageLabel | null;
  reached: number;
  /** Reached this ÷ deals opened in P, a fraction, at the last step the overview's Conversion; null where none was opened. */
  shareOfOpened: number | null;
  /** Reached next ÷ reached this, a fraction; null at the last step, at archived stages and where none was reached. */
  conversionToNext: number | null;
};

/**
 * The funnel over the deals opened in P: how many reached each open stage, then how many are won as of T. Behind
 * the open stages in use come the archived ones at which one of these deals was: their number tells who reached
 * their place in the pipeline, but no step leads over them.
 *
 * Example, Demo given archived: A went from Proposal sent to Won, B from Demo given to Proposal sent, C from Contact
 * made to Lost, D was Lost at once. Reached: Contact made 3, Proposal sent 2, then Demo given 2 (A skipped it); won 1.
 * Of the four opened that is 75 %, 50 %, 50 % and 25 %. Two thirds go on from Contact made, half from Proposal sent.
 */
export async function readFunnel(db: Database, filter: FigureFilter): Promise<FunnelStep[]> {
  const [stages, groups, passed] = await Promise.all([
    listStages(db),
    listFunnelGroups(db, filter),
    listArchivedStagesPassed(db, filter),
  ]);
  const opened = dealsOpened(groups);
  const told = <Label>(stage: Label, reached: number) => ({
    ...{ stage, reached },
    shareOfOpened: conversionRate(opened, reached),
  });
  const open = stages
    .filter(({ outcome }) => outcome === "open")
    .map((stage) => told(stageLabel(stage), dealsReached(groups, stage.position)));
  const inUse = open.filter(({ stage }) => !stage.isArchived);
  const won = told(null, dealsWonNow(groups));
  return [
    ...inUse.map((step, index) => ({
      ...step,
      conversionToNext: mean((inUse[index + 1] ?? won).reached, step.reached),
    })),
    ...open
      .filter(({ stage }) => passed.includes(stage.id))
      .map((step) => ({ ...step, conversionToNext: null })),
    { ...won, conversionToNext: null },
  ];
}
