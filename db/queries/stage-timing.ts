import { and, count, eq, lte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dealSpans, dealStates } from "@/db/schema";
import { type FigureFilter, isDealOf, isIn } from "./figure-filter";

const seconds = sql`extract(epoch from ${dealSpans.leftAt} - ${dealSpans.enteredAt})`;

/**
 * The stays entered in P that have ended by T, of each stage that has some: their number, the sum of their
 * lengths and the two middle lengths (the same one twice when the number is odd), in elapsed seconds.
 */
export async function listStageStays(db: Database, filter: FigureFilter) {
  const middle = (order: "asc" | "desc") =>
    sql<number>`percentile_disc(0.5) within group (order by ${seconds} ${sql.raw(order)})`.mapWith(Number);
  return db
    .select({
      stageId: dealSpans.stageId,
      stays: count(),
      totalSeconds: sql<number>`sum(${seconds})`.mapWith(Number),
      lowerMiddleSeconds: middle("asc"),
      upperMiddleSeconds: middle("desc"),
    })
    .from(dealSpans)
    .innerJoin(dealStates, and(eq(dealStates.dealId, dealSpans.dealId), isDealOf(filter)))
    .where(and(isIn(filter, dealSpans.enteredOn), lte(dealSpans.leftOn, filter.to)))
    .groupBy(dealSpans.stageId);
}
