import { count, countDistinct, type SQL, sql, sum } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dealStates } from "@/db/schema";
import type { Period } from "@/lib/pipeline/period";
import { dealFigures, type FigureFilter, isDealOf } from "./figure-filter";

function only<Type>(figure: SQL<Type>, predicate: SQL | undefined): SQL<Type> {
  return sql<Type>`${figure} filter (where ${predicate})`;
}

/** Deals, their customers, the sum of their amounts (exact decimal) and how many have one. */
function ofDeals(predicate: SQL | undefined) {
  return {
    deals: only(count(), predicate).mapWith(Number),
    customers: only(countDistinct(dealStates.customerId), predicate).mapWith(Number),
    value: sql<string>`coalesce(${only(sum(dealStates.amount), predicate)}, 0)`,
    sizedDeals: only(count(dealStates.amount), predicate).mapWith(Number),
  };
}

/** Everything the overview counts of deals, as of T and in P; ratios come after (lib/figures/overview.ts). */
export async function getDealCounts(db: Database, filter: FigureFilter) {
  const period: Period = filter;
  const won = dealFigures.won(period);
  const [row] = await db
    .select({
      inPipeline: ofDeals(dealFigures.inPipeline()),
      won: ofDeals(won),
      lost: ofDeals(dealFigures.lost(period)),
      opened: only(count(), dealFigures.opened(period)).mapWith(Number),
      converted: only(count(), dealFigures.converted(period)).mapWith(Number),
      /** Days from opened to closed, added over the deals counted in Won. */
      daysToClose:
        sql<number>`coalesce(${only(sql`sum(${dealStates.closedOn} - ${dealStates.openedOn})`, won)}, 0)`.mapWith(
          Number,
        ),
    })
    .from(dealStates)
    .where(isDealOf(filter));
  if (!row) throw new Error("An aggregate without groups has one row.");
  return row;
}

export type DealCounts = Awaited<ReturnType<typeof getDealCounts>>;
