import type { Database } from "@/db/client";
import { listPromises } from "@/db/queries/follow-ups";
import { isOverdue } from "@/lib/pipeline/follow-up";
import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";

/** What was promised on a conversation and is not done as of T: the day it is to be looked at. */
export type OpenPromise = { on: LocalDate; isOverdue: boolean };

type AsOf = { to: LocalDate; today: LocalDate; timeZone: string };

/**
 * Of these conversations, by their id, what was promised on them and is not done as of T
 * (lib/pipeline/follow-up.ts). Today a snooze moves the day, as it does among the follow-ups; a past day knows the
 * promise only.
 *
 * Example, due 25 November, snoozed to 30 November, ticked on the 29th: overdue since the 25th as of the 27th,
 * 30 November as of the 28th if that is today, nothing as of the 29th.
 */
export async function readOpenPromises(
  db: Database,
  conversationIds: readonly number[],
  { to, today, timeZone }: AsOf,
): Promise<ReadonlyMap<number, OpenPromise>> {
  const open = new Map<number, OpenPromise>();
  for (const { conversationId, ...promise } of await listPromises(db, conversationIds, to)) {
    const { dueOn, remindOn, tickedAt, followedUpOn } = promise;
    const tickedOn = tickedAt && localDateOf(tickedAt, timeZone);
    if (followedUpOn !== null || (tickedOn !== null && tickedOn <= to)) continue;
    const on = to === today ? remindOn : dueOn;
    open.set(conversationId, { on, isOverdue: isOverdue({ dueOn: on, doneOn: null }, to) });
  }
  return open;
}
