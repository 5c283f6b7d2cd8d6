import type { Database } from "@/db/client";
import { countFollowUps } from "@/db/queries/follow-ups";
import { getDealCounts } from "@/db/queries/overview";
import type { LocalDate } from "@/lib/pipeline/local-date";

/**
 * What of a member's work is not done as of today: the deals they own in the pipeline, and the follow-ups they
 * promised. Both stay theirs when they leave; nobody else is reminded of them.
 */
export async function readOpenWork(db: Database, memberId: number, today: LocalDate) {
  const [{ inPipeline }, { overdue, today: dueToday, coming }] = await Promise.all([
    getDealCounts(db, { from: null, to: today, salespersonId: memberId }),
    countFollowUps(db, { today, whose: memberId }),
  ]);
  return { deals: inPipeline.deals, followUps: overdue + dueToday + coming };
}

export type OpenWork = Awaited<ReturnType<typeof readOpenWork>>;
