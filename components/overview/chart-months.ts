import type { ChartMonth } from "@/components/charts/month-axis";
import type { TrendMonth } from "@/lib/figures/trends";
import type { TeamFormats } from "@/lib/format/team-formats";

/** The months of a chart as its axis and its table name them, beside their figures. */
export function chartMonths(
  trends: readonly TrendMonth[],
  formats: TeamFormats,
): (TrendMonth & ChartMonth & { fullName: string })[] {
  return trends.map((trend, index) => {
    const firstOn = `${trend.month}-01`;
    const isJanuary = trend.month.endsWith("-01");
    const isFirstWithRoom = index === 0 && !trends[1]?.month.endsWith("-01");
    return {
      ...trend,
      key: trend.month,
      label: formats.month(firstOn),
      narrowLabel: formats.narrowMonth(firstOn),
      year: isJanuary || isFirstWithRoom ? trend.month.slice(0, 4) : null,
      fullName: `${formats.monthYear(firstOn)}${trend.isIncomplete ? ", so far" : ""}`,
    };
  });
}
