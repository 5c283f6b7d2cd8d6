import { asc, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dealSpans, dealStates } from "@/db/schema";

/** The stored states of the deals, by deal and date. */
export async function listDealStates(db: Database, dealIds: readonly number[]) {
  return db
    .select()
    .from(dealStates)
    .where(inArray(dealStates.dealId, [...dealIds]))
    .orderBy(asc(dealStates.dealId), asc(dealStates.fromOn));
}

/** The stored spans of the deals, by deal and number. */
export async function listDealSpans(db: Database, dealIds: readonly number[]) {
  return db
    .select()
    .from(dealSpans)
    .where(inArray(dealSpans.dealId, [...dealIds]))
    .orderBy(asc(dealSpans.dealId), asc(dealSpans.number));
}

/**
 * Replaces what is stored of the deals by these states and spans. One JSON parameter a table: an insert of
 * thousands of rows costs one statement.
 */
export async function storeDealStates(
  db: Database,
  dealIds: readonly number[],
  states: readonly (typeof dealStates.$inferInsert)[],
  spans: readonly (typeof dealSpans.$inferInsert)[],
): Promise<void> {
  await db.delete(dealStates).where(inArray(dealStates.dealId, [...dealIds]));
  await db.delete(dealSpans).where(inArray(dealSpans.dealId, [...dealIds]));
  await db.execute(sql`
    insert into ${dealStates} (deal_id, customer_id, from_on, until_on, stage_id, outcome, amount, owner_id,
      opened_at, opened_on, closed_at, closed_on, entered_at, entered_on, first_conversation_id,
      last_conversation_id, last_at, furthest_stage_id, ever_won)
    select "dealId", "customerId", "fromOn", "untilOn", "stageId", outcome, amount, "ownerId",
      "openedAt", "openedOn", "closedAt", "closedOn", "enteredAt", "enteredOn", "firstConversationId",
      "lastConversationId", "lastAt", "furthestStageId", "everWon"
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as rows (
      "dealId" bigint, "customerId" bigint, "fromOn" date, "untilOn" date, "stageId" bigint, outcome outcome,
      amount numeric, "ownerId" bigint, "openedAt" timestamptz, "openedOn" date, "closedAt" timestamptz,
      "closedOn" date, "enteredAt" timestamptz, "enteredOn" date, "firstConversationId" bigint,
      "lastConversationId" bigint, "lastAt" timestamptz, "furthestStageId" bigint, "everWon" boolean)`);
  await db.execute(sql`
    insert into ${dealSpans} (deal_id, number, stage_id, entered_at, entered_on, left_at, left_on)
    select "dealId", number, "stageId", "enteredAt", "enteredOn", "leftAt", "leftOn"
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as rows (
      "dealId" bigint, number integer, "stageId" bigint, "enteredAt" timestamptz, "enteredOn" date,
      "leftAt" timestamptz, "leftOn" date)`);
}
