import { compareOverviews } from "@/components/overview/comparison";
import { headlineFigures } from "@/components/overview/headline-figures";
import { OverviewCharts } from "@/components/overview/overview-charts";
import { OverviewFigures } from "@/components/overview/overview-figures";
import { pipelineFigures } from "@/components/overview/pipeline-figures";
import { StageCharts } from "@/components/overview/stage-charts";
import { TrendCharts } from "@/components/overview/trend-charts";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { SharedView } from "@/lib/shares/read-shared-view";

type SharedOverviewProps = {
  shown: Extract<SharedView, { view: "overview" }>;
  parts: readonly string[];
  hidesAmounts: boolean;
  isToday: boolean;
  formats: TeamFormats;
};

/** The overview as a link shows it. */
export function SharedOverview({ shown, parts, hidesAmounts, isToday, formats }: SharedOverviewProps) {
  const { overview, before, totals, trends, filter } = shown;
  const comparison = compareOverviews(overview, before, formats);
  const figures = { overview, comparison, formats, params: null, hidesAmounts };
  const has = (part: string) => parts.includes(part);
  return (
    <>
      {has("headline") || has("pipeline") ? (
        <OverviewFigures
          headline={has("headline") ? headlineFigures({ ...figures, to: filter.to, isToday }) : []}
          pipeline={has("pipeline") ? pipelineFigures(figures) : []}
        />
      ) : null}
      {has("stage-charts") || has("month-charts") ? (
        <OverviewCharts>
          {has("stage-charts") ? (
            <StageCharts totals={totals} formats={formats} params={null} hidesAmounts={hidesAmounts} />
          ) : null}
          {has("month-charts") ? <TrendCharts trends={trends} to={filter.to} formats={formats} /> : null}
        </OverviewCharts>
      ) : null}
    </>
  );
}
