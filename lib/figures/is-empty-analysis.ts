import type { AnalysisRow } from "./analysis";
import type { FunnelStep } from "./funnel";
import type { TimeInStageRow } from "./time-in-stage";

type AnalysisCounts = {
  analysis: readonly Pick<AnalysisRow, "customers">[];
  funnel: readonly Pick<FunnelStep, "reached">[];
  timeInStage: readonly Pick<TimeInStageRow, "spans">[];
};

/**
 * Whether none of the three parts of the analysis has anything to show.
 *
 * Example: Anna owns a deal opened in April, Ben holds its conversations in May. Of Anna in May no conversation
 * counts and the funnel has no deal, but a stay has ended: not empty.
 */
export function isEmptyAnalysis({ analysis, funnel, timeInStage }: AnalysisCounts): boolean {
  return (
    analysis.every(({ customers }) => customers === 0) &&
    funnel.every(({ reached }) => reached === 0) &&
    timeInStage.every(({ spans }) => spans === 0)
  );
}
