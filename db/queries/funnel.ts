import { and, count, eq, isNotNull, lte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dealSpans, dealStates, stages } from "@/db/schema";
import { dealFigures, type FigureFilter, isDealOf } from "./figure-filter";

/** The deals opened in P, counted by how far they came and what they are as of T. */
export async function listFunnelGroups(db: Database, filter: FigureFilter) {
  return db
    .select({
      furthestPosition: stages.position,
      everWon: dealStates.everWon,
      outcome: dealStates.outcome,
      deals: count(),
    })
    .from(dealStates)
    .leftJoin(stages, eq(stages.id, dealStates.furthestStageId))
    .where(and(isDealOf(filter), dealFigures.opened(filter)))
    .groupBy(stages.position, dealStates.everWon, dealStates.outcome);
}

/** The ids of the archived stages at which one of the deals opened in P was up to T. */
export async function listArchivedStagesPassed(db: Database, filter: FigureFilter): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: stages.id })
    .from(stages)
    .innerJoin(dealSpans, and(eq(dealSpans.stageId, stages.id), lte(dealSpans.enteredOn, filter.to)))
    .innerJoin(dealStates, and(eq(dealStates.dealId, dealSpans.dealId), isDealOf(filter)))
    .where(and(isNotNull(stages.archivedAt), dealFigures.opened(filter)));
  return rows.map(({ id }) => id);
}
