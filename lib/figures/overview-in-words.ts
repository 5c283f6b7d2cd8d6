import { daysUnit } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { Overview } from "./overview";

/**
 * The overview's figures beside its counts of deals, each by its name and with its unit as the overview says them:
 * "Average time to close" is "15.0 days", "Pipeline velocity" is "R 120,00 a day"; one that does not exist is "–".
 */
export function overviewInWords({ figures }: Overview, { count, money, percent, days }: TeamFormats) {
  const { averageDaysToClose, velocityPerDay } = figures;
  return {
    "Win %": percent(figures.winRate),
    Conversion: percent(figures.conversionRate),
    "New prospects this month": count(figures.newProspectsThisMonth),
    "Average deal size": money(figures.inPipeline.averageDealSize),
    "Average time to close": [days(averageDaysToClose), daysUnit(averageDaysToClose)]
      .filter(Boolean)
      .join(" "),
    "Pipeline velocity": `${money(velocityPerDay)}${velocityPerDay === null ? "" : " a day"}`,
  };
}
