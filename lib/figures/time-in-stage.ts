import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { listStageStays } from "@/db/queries/stage-timing";
import { listStages } from "@/db/queries/stages";
import { mean, medianOfMiddle } from "@/lib/pipeline/metrics";
import { stageRows } from "./stage-rows";

const secondsADay = 86_400;

/**
 * Time in stage: per stage, `won` and `lost` included, the stays entered in P that have ended by T: their
 * number, median and mean in days of 86,400 elapsed seconds; null when there are none.
 *
 * Example: one deal was at Demo given from 1 March 09:00 to 3 March 21:00, two for a day: 3 stays, median 1, mean
 * (2.5 + 1 + 1) ÷ 3 = 1.5.
 */
export async function readTimeInStage(db: Database, filter: FigureFilter) {
  const [stages, stays] = await Promise.all([listStages(db), listStageStays(db, filter)]);
  return stageRows(stages, stays, (row) => ({
    spans: row?.stays ?? 0,
    medianDays: row ? medianOfMiddle(row.lowerMiddleSeconds, row.upperMiddleSeconds) / secondsADay : null,
    meanDays: row ? mean(row.totalSeconds / secondsADay, row.stays) : null,
  }));
}

export type TimeInStageRow = Awaited<ReturnType<typeof readTimeInStage>>[number];
