import { and, count, countDistinct, desc, eq, type SQL, sql, sum } from "drizzle-orm";
import type { Database } from "@/db/client";
import { customers, dealStates, deals, members, stages } from "@/db/schema";
import { dealFigures, type FigureFilter, isDealOf } from "./figure-filter";
import { isNewProspect } from "./first-contact";

/** The figures of the overview that are counted from deals, and so have a list of them. */
export const listedFigures = [
  "in-pipeline",
  "won",
  "lost",
  "closed",
  "opened",
  "converted",
  "new-prospects",
] as const;

export type ListedFigure = (typeof listedFigures)[number];

/** The deals a figure is counted from: the very predicates by which it is counted. */
function isCounted(db: Database, figure: ListedFigure, filter: FigureFilter): SQL | undefined {
  const counted: Record<ListedFigure, () => SQL | undefined> = {
    "in-pipeline": () => dealFigures.inPipeline(),
    won: () => dealFigures.won(filter),
    lost: () => dealFigures.lost(filter),
    closed: () => dealFigures.closed(filter),
    opened: () => dealFigures.opened(filter),
    converted: () => dealFigures.converted(filter),
    "new-prospects": () => isNewProspect(db, filter.to),
  };
  return and(isDealOf(filter), counted[figure]());
}

/** How many deals a figure is counted from, their customers and the sum of their amounts. */
export async function countListedDeals(db: Database, figure: ListedFigure, filter: FigureFilter) {
  const [row] = await db
    .select({
      deals: count(),
      customers: countDistinct(dealStates.customerId),
      value: sql<string>`coalesce(${sum(dealStates.amount)}, 0)`,
    })
    .from(dealStates)
    .where(isCounted(db, figure, filter));
  if (!row) throw new Error("An aggregate without groups has one row.");
  return row;
}

/** The last deal of a page. */
export type DealCursor = { lastAt: Date; dealId: number };

/** A page of the deals a figure is counted from, the one talked about last first. */
export async function listDealsOf(
  db: Database,
  figure: ListedFigure,
  filter: FigureFilter,
  { after, limit }: { after: DealCursor | null; limit: number },
) {
  return db
    .select({
      dealId: dealStates.dealId,
      deal: deals.name,
      customerId: dealStates.customerId,
      customer: customers.name,
      stage: stages.name,
      stageColor: stages.color,
      outcome: dealStates.outcome,
      amount: dealStates.amount,
      salesperson: members.name,
      openedOn: dealStates.openedOn,
      closedOn: dealStates.closedOn,
      lastAt: dealStates.lastAt,
    })
    .from(dealStates)
    .innerJoin(deals, eq(deals.id, dealStates.dealId))
    .innerJoin(customers, eq(customers.id, dealStates.customerId))
    .innerJoin(stages, eq(stages.id, dealStates.stageId))
    .innerJoin(members, eq(members.id, dealStates.ownerId))
    .where(
      and(
        isCounted(db, figure, filter),
        after
          ? sql`(${dealStates.lastAt}, ${dealStates.dealId}) < (${after.lastAt.toISOString()}::timestamptz, ${after.dealId}::bigint)`
          : undefined,
      ),
    )
    .orderBy(desc(dealStates.lastAt), desc(dealStates.dealId))
    .limit(limit);
}

export type ListedDeal = Awaited<ReturnType<typeof listDealsOf>>[number];
