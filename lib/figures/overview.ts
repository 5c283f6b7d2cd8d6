import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { countNewProspects } from "@/db/queries/first-contact";
import { type DealCounts, getDealCounts } from "@/db/queries/overview";
import { conversionRate, mean, velocityPerDay, winRate } from "@/lib/pipeline/metrics";
import { moneyText } from "@/lib/pipeline/money";

function overviewFigures(counts: DealCounts, newProspectsThisMonth: number, digits: number) {
  const { inPipeline, won, lost, opened, converted, daysToClose } = counts;
  const averageSize = (of: DealCounts["won"]) => mean(Number(of.value), of.sizedDeals);
  const rate = winRate(won.deals, lost.deals);
  const averageDaysToClose = mean(daysToClose, won.deals);
  const closed = ({ deals, customers, value }: DealCounts["won"]) => ({
    deals,
    customers,
    value: moneyText(value, digits),
  });
  return {
    inPipeline: {
      ...closed(inPipeline),
      averageDealSize: averageSize(inPipeline),
      unsizedDeals: inPipeline.deals - inPipeline.sizedDeals,
    },
    won: { ...closed(won), averageDealSize: averageSize(won) },
    lost: closed(lost),
    winRate: rate,
    conversionRate: conversionRate(opened, converted),
    newProspectsThisMonth,
    averageDaysToClose,
    velocityPerDay: velocityPerDay({
      dealsInPipeline: inPipeline.deals,
      averageWonSize: averageSize(won),
      winRate: rate,
      averageDaysToClose,
    }),
  };
}

/**
 * The overview of domain.md as of T and in P: counts, sums of money as exact decimals with the currency's
 * digits, means in money or days, rates as fractions; null = "–". `counts` holds what the ratios were made of.
 *
 * Example: three open deals of 800, 400 and no amount: in pipeline 3 worth 1,200, 1 without an amount, average size 600.
 */
export async function readOverview(db: Database, filter: FigureFilter, currencyDigits: number) {
  const [counts, prospects] = await Promise.all([getDealCounts(db, filter), countNewProspects(db, filter)]);
  return { figures: overviewFigures(counts, prospects, currencyDigits), counts };
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;
