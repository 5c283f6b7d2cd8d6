import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { listClosedByMonth, listNewProspectsByMonth } from "@/db/queries/trends";
import { mean } from "@/lib/pipeline/metrics";
import { isMonthIncomplete, twelveMonths } from "@/lib/pipeline/period";

/**
 * The twelve local months that end in T's month, whatever P, oldest first: deals won and lost by the month
 * they closed, customers by the month of their first-ever sales contact, mean days to close of the deals won.
 *
 * All as of T, so the bars of a period add up to the figure of that period with the same T: a deal won in
 * March and cancelled in June is no longer in March's bar when T is in July.
 */
export async function readTrends(db: Database, filter: FigureFilter) {
  const months = twelveMonths(filter.to);
  const firstDay = months[0] ?? filter.to;
  const [closed, prospects] = await Promise.all([
    listClosedByMonth(db, filter, firstDay),
    listNewProspectsByMonth(db, filter, firstDay),
  ]);
  return months.map((firstOn) => {
    const month = firstOn.slice(0, 7);
    const of = (outcome: "won" | "lost") =>
      closed.find((row) => row.month === month && row.outcome === outcome);
    const won = of("won");
    return {
      month,
      won: won?.deals ?? 0,
      lost: of("lost")?.deals ?? 0,
      newProspects: prospects.find((row) => row.month === month)?.prospects ?? 0,
      averageDaysToClose: won ? mean(won.days, won.deals) : null,
      isIncomplete: month === filter.to.slice(0, 7) && isMonthIncomplete(filter.to),
    };
  });
}

export type TrendMonth = Awaited<ReturnType<typeof readTrends>>[number];
