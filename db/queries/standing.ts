import { and, desc, eq, type SQLWrapper } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dealStates } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { isStateAsOf } from "./figure-filter";

/**
 * Which of a customer's deals says where the customer stands, first: the one spoken about last, by the order of
 * time. Example: x Won 3 May, y Demo given 2 June, x Cancelled 4 June: Demo given as of 3 June, Cancelled
 * as of 4 June.
 */
export const spokenAboutLast = [desc(dealStates.lastAt), desc(dealStates.lastConversationId)];

/**
 * Where a customer stands as of T, for a lateral join beside a page of customers; of thousands at once the first
 * state of each, in one pass, is cheaper (device-data.ts).
 *
 * @param customerId the customer's id in the query beside it.
 */
export function standingOf(db: Database, customerId: SQLWrapper, to: LocalDate) {
  return db
    .select({ stageId: dealStates.stageId, amount: dealStates.amount, ownerId: dealStates.ownerId })
    .from(dealStates)
    .where(and(eq(dealStates.customerId, customerId), isStateAsOf(to)))
    .orderBy(...spokenAboutLast)
    .limit(1)
    .as("standing");
}
