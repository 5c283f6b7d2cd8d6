import { and, eq, gt, gte, isNotNull, isNull, lte, ne, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { conversations, dealStates } from "@/db/schema";
import type { Period } from "@/lib/pipeline/period";

/** What every figure is asked with: P, whose end is T, and whose deals (null = everybody's). */
export type FigureFilter = Period & { salespersonId: number | null };

/** The local date of a fact lies in P. */
export function isIn({ from, to }: Period, date: AnyPgColumn): SQL | undefined {
  return and(from === null ? undefined : gte(date, from), lte(date, to));
}

/**
 * A deal's state at the end of day T, one row a deal: what the log tells now of that day.
 *
 * @param states what the states are called in the query, where they stand in it twice.
 */
export function isStateAsOf(
  to: Period["to"],
  states: Record<"fromOn" | "untilOn", AnyPgColumn> = dealStates,
): SQL | undefined {
  return and(lte(states.fromOn, to), gt(states.untilOn, to));
}

/** The states as of T of the deals that the salesperson filter keeps: those owned by that person as of T. */
export function isDealOf({ to, salespersonId }: FigureFilter): SQL | undefined {
  return and(isStateAsOf(to), salespersonId === null ? undefined : eq(dealStates.ownerId, salespersonId));
}

/** A live conversation that carries a stage. */
export function isSalesConversation(): SQL | undefined {
  return and(isNull(conversations.deletedAt), isNotNull(conversations.stageId));
}

/**
 * The deals each figure of the overview counts, as predicates on their states as of T: a count and its list
 * ask the same one, so they cannot disagree.
 *
 * Example: a deal opened 20 April, won 3 May, cancelled 1 June is one of those opened in April, whatever T. As of 31
 * May it is won in May and converted; as of 30 June it is lost in June, and converted no more.
 */
export const dealFigures = {
  inPipeline: () => eq(dealStates.outcome, "open"),
  won: (period: Period) => and(eq(dealStates.outcome, "won"), isIn(period, dealStates.closedOn)),
  /** What Win % is a share of. */
  closed: (period: Period) => and(ne(dealStates.outcome, "open"), isIn(period, dealStates.closedOn)),
  lost: (period: Period) => and(eq(dealStates.outcome, "lost"), isIn(period, dealStates.closedOn)),
  opened: (period: Period) => isIn(period, dealStates.openedOn),
  converted: (period: Period) => and(isIn(period, dealStates.openedOn), eq(dealStates.outcome, "won")),
} as const satisfies Record<string, (period: Period) => SQL | undefined>;
