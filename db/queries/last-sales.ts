import { desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { customers, dealStates } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { type FigureFilter, isStateAsOf } from "./figure-filter";

/**
 * One row per customer: the deal of its last sales conversation as of T among the deals that the filter
 * keeps, and the date of its first-ever sales contact, of all its deals.
 *
 * Example: Won 9 May (1,000), Demo given 9 June on a second deal (400): as of 31 May one row, at Won with 1,000, as of
 * 30 June one row, at Demo given with 400, though the first deal is won.
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

/**
 * Days from the opening of its account to its first sales contact, for a query that joins `customers`. Example:
 * opened 1 January, Contact made 10 January: 9.
 */
export function daysBeforePipeline(last: { firstOn: SQLWrapper }): SQL<number | null> {
  return sql<number | null>`${last.firstOn} - ${customers.openedOn}`;
}

/** The customer's days before pipeline as of T; null: it was not in contact yet, or its opening day is unknown. */
export async function getDaysBeforePipeline(
  db: Database,
  customerId: number,
  to: LocalDate,
): Promise<number | null> {
  const last = lastSales(db, { from: null, to, salespersonId: null });
  const [row] = await db
    .select({ days: daysBeforePipeline(last) })
    .from(last)
    .innerJoin(customers, eq(customers.id, last.customerId))
    .where(eq(last.customerId, customerId));
  return row?.days ?? null;
}

/** Whole days from the current stay's beginning to T. Example: Demo given 1 May and again 5 May: 7 as of 8 May. */
export function daysInStage(last: { enteredOn: SQLWrapper }, to: string): SQL<number> {
  return sql<number>`${to}::date - ${last.enteredOn}`;
}
