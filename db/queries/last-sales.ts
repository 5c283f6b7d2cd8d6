import { desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { customers, dealStates } from "@/db/schema";
import { type FigureFilter, isStateAsOf } from "./figure-filter";

/**
 * One row per customer: the deal of its last sales conversation as of T among the deals that the filter
 * keeps, and the date of its first-ever sales contact, of all its deals.
 */
export function lastSales(db: Database, { to, salespersonId }: FigureFilter) {
  const all = db
    .select({
      customerId: dealStates.customerId,
      dealId: dealStates.dealId,
      stageId: dealStates.stageId,
      amount: dealStates.amount,
      ownerId: dealStates.ownerId,
      enteredOn: dealStates.enteredOn,
      lastConversationId: dealStates.lastConversationId,
      lastAt: dealStates.lastAt,
      firstOn: sql<string>`first_value(${dealStates.openedOn}) over (
        partition by ${dealStates.customerId} order by ${dealStates.openedAt}, ${dealStates.firstConversationId})`.as(
        "first_on",
      ),
    })
    .from(dealStates)
    .where(isStateAsOf(to))
    .as("all_deals");
  return db
    .selectDistinctOn([all.customerId])
    .from(all)
    .where(salespersonId === null ? undefined : eq(all.ownerId, salespersonId))
    .orderBy(all.customerId, desc(all.lastAt), desc(all.lastConversationId))
    .as("last_sales");
}

export type LastSales = ReturnType<typeof lastSales>;

/** Days from the opening of its account to its first sales contact, for a query that joins `customers`. */
export function daysBeforePipeline(last: { firstOn: SQLWrapper }): SQL<number | null> {
  return sql<number | null>`${last.firstOn} - ${customers.openedOn}`;
}

/** Whole days from the current stay's beginning to T. */
export function daysInStage(last: { enteredOn: SQLWrapper }, to: string): SQL<number> {
  return sql<number>`${to}::date - ${last.enteredOn}`;
}
