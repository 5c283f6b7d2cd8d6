import type { Database } from "@/db/client";
import { countFollowUps, listFollowUps } from "@/db/queries/follow-ups";
import { countQuietDeals, listQuietDeals } from "@/db/queries/quiet-deals";
import type { LocalDate } from "@/lib/pipeline/local-date";

/** How many rows of each kind stand on the overview. */
const firstFew = 3;

/**
 * What needs attention today: follow-ups that are overdue or due today and quiet deals, how many and the first
 * few of each.
 *
 * @param whose the member who promised or owns them; null = everybody's.
 */
export async function readAttention(db: Database, whose: number | null, today: LocalDate) {
  const quiet = { today, whose };
  const [counts, overdue, dueToday, quietCount, quietDeals] = await Promise.all([
    countFollowUps(db, { today, whose }),
    listFollowUps(db, { today, due: "overdue", whose, limit: firstFew }),
    listFollowUps(db, { today, due: "today", whose, limit: firstFew }),
    countQuietDeals(db, quiet),
    listQuietDeals(db, { ...quiet, limit: firstFew }),
  ]);
  return {
    overdue: { count: counts.overdue, first: overdue },
    today: { count: counts.today, first: dueToday },
    quiet: { count: quietCount, first: quietDeals },
  };
}

export type Attention = Awaited<ReturnType<typeof readAttention>>;

/** Whether anything of it waits to be done. */
export function isAnythingWaiting({ overdue, today, quiet }: Attention): boolean {
  return overdue.count + today.count + quiet.count > 0;
}
