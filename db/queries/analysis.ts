import { and, count, countDistinct, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, dealStates } from "@/db/schema";
import { type FigureFilter, isIn, isSalesConversation, isStateAsOf } from "./figure-filter";

/**
 * Sales conversations in P of each stage that has some, with what their deals are as of T. The salesperson
 * filter keeps the conversations *held* by that person.
 */
export async function listConversationCounts(db: Database, filter: FigureFilter) {
  const only = (figure: SQL, outcome: "open" | "won" | "lost") =>
    sql<number>`${figure} filter (where ${dealStates.outcome} = ${outcome})`.mapWith(Number);
  return db
    .select({
      stageId: sql<number>`${conversations.stageId}`.mapWith(Number),
      conversations: count(),
      onOpenDeals: only(count(), "open"),
      customers: countDistinct(conversations.customerId),
      customersWon: only(countDistinct(conversations.customerId), "won"),
      customersLost: only(countDistinct(conversations.customerId), "lost"),
      dealsWon: only(countDistinct(conversations.dealId), "won"),
      dealsLost: only(countDistinct(conversations.dealId), "lost"),
    })
    .from(conversations)
    .innerJoin(dealStates, and(eq(dealStates.dealId, conversations.dealId), isStateAsOf(filter.to)))
    .where(
      and(
        isSalesConversation(),
        isIn(filter, conversations.localDate),
        filter.salespersonId === null ? undefined : eq(conversations.heldById, filter.salespersonId),
      ),
    )
    .groupBy(conversations.stageId);
}
