import { and, between, count, eq, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { dealStates } from "@/db/schema";
import { startOfMonth } from "@/lib/pipeline/local-date";
import { type FigureFilter, isDealOf, isStateAsOf } from "./figure-filter";

/**
 * The state is that of its customer's first deal: it holds the customer's first-ever sales contact, of all
 * its deals, whoever owns them.
 */
export function isFirstDeal(db: Database, to: string) {
  const other = alias(dealStates, "other_deal");
  const earlier = db
    .select({ one: sql`1` })
    .from(other)
    .where(
      and(
        eq(other.customerId, dealStates.customerId),
        isStateAsOf(to, other),
        sql`(${other.openedAt}, ${other.firstConversationId}) < (${dealStates.openedAt}, ${dealStates.firstConversationId})`,
      ),
    );
  return notExists(earlier);
}

/**
 * New prospects this month: customers whose first-ever sales contact lies in T's calendar month, up to T,
 * whatever P's start. As a predicate on the states as of T of their first deals, one a customer.
 *
 * Example: an e-mail without a stage on 4 January, Contact made on 10 January, a second deal on 3 February: a new
 * prospect as of 31 January, none as of 9 January or 28 February.
 */
export function isNewProspect(db: Database, to: string): SQL | undefined {
  return and(between(dealStates.openedOn, startOfMonth(to), to), isFirstDeal(db, to));
}

/** How many new prospects T's month has. */
export async function countNewProspects(db: Database, filter: FigureFilter): Promise<number> {
  const [row] = await db
    .select({ prospects: count() })
    .from(dealStates)
    .where(and(isDealOf(filter), isNewProspect(db, filter.to)));
  return row?.prospects ?? 0;
}
