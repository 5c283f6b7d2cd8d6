import type { Figure } from "@/components/figure-card";
import type { Overview } from "@/lib/figures/overview";
import { daysUnit, plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { AddressParams } from "@/lib/page-address";
import { startOfMonth } from "@/lib/pipeline/local-date";
import { figureDefinitions } from "@/lib/wording/figure-definitions";
import type { Comparison } from "./comparison";
import { dealsLink } from "./deals-link";

type Headline = {
  overview: Overview;
  comparison: Comparison;
  formats: TeamFormats;
  /** T: the day the figures are as of. */
  to: string;
  isToday: boolean;
  /** The filter of the address, for the links to the rows; null: the figures lead nowhere. */
  params: AddressParams | null;
  /** No money is shown. */
  hidesAmounts?: boolean;
};

/** The six figures the overview begins with, finished for the screen. */
export function headlineFigures(view: Headline): Figure[] {
  const { overview, comparison, formats, to, isToday, params, hidesAmounts = false } = view;
  const { inPipeline, won, lost, winRate, newProspectsThisMonth, averageDaysToClose } = overview.figures;
  const { count, money, percent, days } = formats;
  const definitions = figureDefinitions(hidesAmounts);
  const deals = (number: number) => `${count(number)} ${plural(number, "deal", "deals")}`;
  const customers = (number: number) => `${count(number)} ${plural(number, "customer", "customers")}`;
  const closed = won.deals + lost.deals;
  const ofWhom = (of: typeof lost) =>
    hidesAmounts ? `with ${customers(of.customers)}` : `${customers(of.customers)}, ${money(of.value)}`;

  return [
    {
      label: "In Pipeline",
      definition: definitions.inPipeline,
      value: count(inPipeline.customers),
      unit: plural(inPipeline.customers, "customer", "customers"),
      context: `with ${deals(inPipeline.deals)} open`,
      previous: comparison.ofDay(({ figures }) => count(figures.inPipeline.customers)),
      change: comparison.count(({ figures }) => figures.inPipeline.customers, true),
      rows: dealsLink("in-pipeline", params),
    },
    {
      label: "Won",
      definition: definitions.won,
      value: count(won.deals),
      unit: plural(won.deals, "deal", "deals"),
      context: ofWhom(won),
      previous: comparison.ofPeriod(({ figures }) => count(figures.won.deals)),
      change: comparison.count(({ figures }) => figures.won.deals, true),
      rows: dealsLink("won", params),
    },
    {
      label: "Lost",
      definition: definitions.lost,
      value: count(lost.deals),
      unit: plural(lost.deals, "deal", "deals"),
      context: ofWhom(lost),
      previous: comparison.ofPeriod(({ figures }) => count(figures.lost.deals)),
      change: comparison.count(({ figures }) => figures.lost.deals, false),
      rows: dealsLink("lost", params),
    },
    {
      label: "Win %",
      definition: definitions.winRate,
      value: percent(winRate),
      context:
        winRate === null
          ? "Nothing was closed in this period."
          : `${count(won.deals)} of ${count(closed)} closed ${plural(closed, "deal", "deals")}`,
      previous: comparison.ofPeriod(({ figures }) => percent(figures.winRate)),
      change: comparison.share(({ figures }) => ({
        part: figures.won.deals,
        of: figures.won.deals + figures.lost.deals,
      })),
      rows: dealsLink("closed", params),
    },
    {
      label: isToday ? "New prospects this month" : `New prospects in ${formats.monthYear(to)}`,
      definition: definitions.newProspects,
      value: count(newProspectsThisMonth),
      unit: plural(newProspectsThisMonth, "customer", "customers"),
      context: `first spoken with ${formats.dateRange(startOfMonth(to), to)}`,
      previous: comparison.ofMonth(({ figures }) => count(figures.newProspectsThisMonth)),
      change: comparison.count(({ figures }) => figures.newProspectsThisMonth, true),
      rows: dealsLink("new-prospects", params),
    },
    {
      label: "Average time to close",
      definition: definitions.averageDaysToClose,
      value: days(averageDaysToClose),
      unit: daysUnit(averageDaysToClose),
      context:
        averageDaysToClose === null ? "Nothing was won in this period." : `over ${deals(won.deals)} won`,
      previous: comparison.ofPeriod(({ figures }) => days(figures.averageDaysToClose)),
      rows: dealsLink("won", params),
    },
  ];
}
