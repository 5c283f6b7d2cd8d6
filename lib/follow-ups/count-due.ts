import type { Database } from "@/db/client";
import { countFollowUps } from "@/db/queries/follow-ups";
import type { LocalDate } from "@/lib/pipeline/local-date";

/** How many of a member's own follow-ups are overdue or due today. */
export async function countDue(
  db: Database,
  { today, memberId }: { today: LocalDate; memberId: number },
): Promise<number> {
  const waiting = await countFollowUps(db, { today, whose: memberId });
  return waiting.overdue + waiting.today;
}
