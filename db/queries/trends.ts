import { and, between, count, isNotNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { dealStates } from "@/db/schema";
import { type FigureFilter, isDealOf } from "./figure-filter";
import { isFirstDeal } from "./first-contact";

function monthOf(date: AnyPgColumn): SQL<string> {
  return sql<string>`to_char(${date}, 'YYYY-MM')`;
}

/** Deals that are won or lost as of T, by the month in which they closed; `days` is their time to close, added. */
export async function listClosedByMonth(db: Database, filter: FigureFilter, firstDay: string) {
  const month = monthOf(dealStates.closedOn);
  return db
    .select({
      month,
      outcome: dealStates.outcome,
      deals: count(),
      days: sql<number>`sum(${dealStates.closedOn} - ${dealStates.openedOn})`.mapWith(Number),
    })
    .from(dealStates)
    .where(
      and(
        isDealOf(filter),
        isNotNull(dealStates.closedOn),
        between(dealStates.closedOn, firstDay, filter.to),
      ),
    )
    .groupBy(month, dealStates.outcome);
}

/** New prospects by the month of their first-ever sales contact. */
export async function listNewProspectsByMonth(db: Database, filter: FigureFilter, firstDay: string) {
  const month = monthOf(dealStates.openedOn);
  return db
    .select({ month, prospects: count() })
    .from(dealStates)
    .where(
      and(isDealOf(filter), between(dealStates.openedOn, firstDay, filter.to), isFirstDeal(db, filter.to)),
    )
    .groupBy(month);
}
