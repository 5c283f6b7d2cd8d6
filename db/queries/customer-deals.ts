import { and, asc, desc, eq, gt, min, or, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dealSpans, dealStates, deals, members, stages } from "@/db/schema";
import { addDays, type LocalDate } from "@/lib/pipeline/local-date";
import { isStateAsOf } from "./figure-filter";

async function dealsWhere(db: Database, customerId: number, where: SQL | undefined, order: SQL[] = []) {
  return db
    .select({
      id: dealStates.dealId,
      name: deals.name,
      stage: stages.name,
      stageColor: stages.color,
      outcome: dealStates.outcome,
      amount: dealStates.amount,
      ownerId: dealStates.ownerId,
      owner: members.name,
      openedOn: dealStates.openedOn,
      closedOn: dealStates.closedOn,
    })
    .from(dealStates)
    .innerJoin(deals, eq(deals.id, dealStates.dealId))
    .innerJoin(stages, eq(stages.id, dealStates.stageId))
    .innerJoin(members, eq(members.id, dealStates.ownerId))
    .where(and(eq(dealStates.customerId, customerId), where))
    .orderBy(...order, desc(dealStates.lastAt), desc(dealStates.lastConversationId));
}

/** The customer's deals as of T, the one talked about last first. */
export async function listCustomerDeals(db: Database, customerId: number, to: LocalDate) {
  return dealsWhere(db, customerId, isStateAsOf(to));
}

/**
 * The deals that can be named of the customer: each as of today, then those that only begin tomorrow, the last day
 * one can log for.
 */
export async function listNamedDeals(db: Database, customerId: number, today: LocalDate) {
  const isToCome = gt(dealStates.openedOn, today);
  const where = or(isStateAsOf(today), and(isToCome, isStateAsOf(addDays(today, 1))));
  return dealsWhere(db, customerId, where, [isToCome]);
}

export type CustomerDeal = Awaited<ReturnType<typeof listCustomerDeals>>[number];

/** The day after T on which the first of the customer's deals to come begins; null: none is to come. */
export async function getNextDealDate(
  db: Database,
  customerId: number,
  to: LocalDate,
): Promise<LocalDate | null> {
  const [row] = await db
    .select({ openedOn: min(dealStates.openedOn) })
    .from(dealStates)
    .where(and(eq(dealStates.customerId, customerId), gt(dealStates.openedOn, to)));
  return row?.openedOn ?? null;
}

/** The stays of the customer's deals at their stages, by deal and in order of time. */
export async function listCustomerSpans(db: Database, customerId: number) {
  return db
    .select({
      dealId: dealSpans.dealId,
      number: dealSpans.number,
      stage: stages.name,
      stageColor: stages.color,
      outcome: stages.outcome,
      enteredOn: dealSpans.enteredOn,
      leftOn: dealSpans.leftOn,
    })
    .from(dealSpans)
    .innerJoin(deals, eq(deals.id, dealSpans.dealId))
    .innerJoin(stages, eq(stages.id, dealSpans.stageId))
    .where(eq(deals.customerId, customerId))
    .orderBy(asc(dealSpans.dealId), asc(dealSpans.number));
}

export type CustomerSpan = Awaited<ReturnType<typeof listCustomerSpans>>[number];
