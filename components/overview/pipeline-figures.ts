import type { Figure } from "@/components/figure-card";
import type { Overview } from "@/lib/figures/overview";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { AddressParams } from "@/lib/page-address";
import { figureDefinitions } from "@/lib/wording/figure-definitions";
import type { Comparison } from "./comparison";
import { dealsLink } from "./deals-link";

type Pipeline = {
  overview: Overview;
  comparison: Comparison;
  formats: TeamFormats;
  /** The filter of the address, for the links to the rows; null: the figures lead nowhere. */
  params: AddressParams | null;
  /** Only the figure that is no money is shown. */
  hidesAmounts?: boolean;
};

/** What the pipeline is worth and how it moves: four figures, finished for the screen. */
export function pipelineFigures(view: Pipeline): Figure[] {
  const { overview, comparison, formats, params, hidesAmounts = false } = view;
  const { inPipeline, conversionRate, velocityPerDay } = overview.figures;
  const { opened, converted } = overview.counts;
  const { count, money, percent } = formats;
  const definitions = figureDefinitions(hidesAmounts);
  const deals = (number: number) => `${count(number)} ${plural(number, "deal", "deals")}`;
  const sized = inPipeline.deals - inPipeline.unsizedDeals;

  const conversion = {
    label: "Conversion",
    definition: definitions.conversion,
    value: percent(conversionRate),
    context:
      conversionRate === null
        ? "No deal was opened in this period."
        : `${count(converted)} of ${deals(opened)} opened`,
    previous: comparison.ofPeriod(({ figures }) => percent(figures.conversionRate)),
    change: comparison.share(({ counts }) => ({ part: counts.converted, of: counts.opened })),
    rows: dealsLink("opened", params),
  };
  if (hidesAmounts) return [conversion];

  return [
    {
      label: "Pipeline value",
      definition: definitions.pipelineValue,
      value: money(inPipeline.value),
      context:
        inPipeline.unsizedDeals === 0
          ? `${deals(inPipeline.deals)} in pipeline`
          : `${deals(inPipeline.deals)} in pipeline, ${count(inPipeline.unsizedDeals)} without an amount`,
      previous: comparison.ofDay(({ figures }) => money(figures.inPipeline.value)),
      rows: dealsLink("in-pipeline", params),
    },
    {
      label: "Average deal size",
      definition: definitions.averageDealSize,
      value: money(inPipeline.averageDealSize),
      context: sized === 0 ? "No open deal has an amount." : `over ${deals(sized)} with an amount`,
      previous: comparison.ofDay(({ figures }) => money(figures.inPipeline.averageDealSize)),
      rows: dealsLink("in-pipeline", params),
    },
    conversion,
    {
      label: "Pipeline velocity",
      definition: definitions.velocity,
      value: money(velocityPerDay),
      unit: velocityPerDay === null ? undefined : "a day",
      context:
        velocityPerDay === null
          ? "Needs won deals with an amount and a time to close."
          : "open deals × won size × win rate ÷ days to close",
      previous: comparison.ofPeriod(({ figures }) => money(figures.velocityPerDay)),
    },
  ];
}
