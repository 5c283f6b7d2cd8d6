import { and, count, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dealStates, stages } from "@/db/schema";
import { dealFigures, type FigureFilter, isDealOf } from "./figure-filter";

/** The deals opened in P, counted by how far they came and what they are as of T. */
export async function listFunnelGroups(db: Database, filter: FigureFilter) {
  return db
    .select({
      furthestStageId: dealStates.furthestStageId,
      furthestPosition: stages.position,
      everWon: dealStates.everWon,
      outcome: dealStates.outcome,
      deals: count(),
    })
    .from(dealStates)
    .leftJoin(stages, eq(stages.id, dealStates.furthestStageId))
    .where(and(isDealOf(filter), dealFigures.opened(filter)))
    .groupBy(dealStates.furthestStageId, stages.position, dealStates.everWon, dealStates.outcome);
}
