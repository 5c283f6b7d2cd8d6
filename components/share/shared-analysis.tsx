import { AnalysisTable } from "@/components/analysis/analysis-table";
import { FunnelCard } from "@/components/analysis/funnel-card";
import { TimeInStageCard } from "@/components/analysis/time-in-stage-card";
import { WhoseAnalysis } from "@/components/analysis/whose-analysis";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { SharedView } from "@/lib/shares/read-shared-view";

type SharedAnalysisProps = {
  shown: Extract<SharedView, { view: "analysis" }>;
  parts: readonly string[];
  formats: TeamFormats;
};

/** The sales conversation analysis, the funnel and the time in each stage, as a link shows them. */
export function SharedAnalysis({ shown, parts, formats }: SharedAnalysisProps) {
  const { analysis, funnel, timeInStage, salesperson } = shown;
  const has = (part: string) => parts.includes(part);
  return (
    <>
      {salesperson ? <WhoseAnalysis salesperson={salesperson} /> : null}
      {has("conversations") ? <AnalysisTable rows={analysis} formats={formats} /> : null}
      {has("funnel") || has("time-in-stage") ? (
        <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-2">
          {has("funnel") ? <FunnelCard steps={funnel} formats={formats} /> : null}
          {has("time-in-stage") ? <TimeInStageCard rows={timeInStage} formats={formats} /> : null}
        </div>
      ) : null}
    </>
  );
}
