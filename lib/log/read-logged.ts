import type { Database } from "@/db/client";
import { getLastSale } from "@/db/queries/customer-choices";
import { isUnusedCustomer } from "@/db/queries/customers";
import { listFollowUps } from "@/db/queries/follow-ups";
import { getTimelineRow } from "@/db/queries/timeline";
import { readStillDue } from "@/lib/follow-ups/read-still-due";
import { teamFormats } from "@/lib/format/team-formats";
import type { MemberContext } from "@/lib/member-context";
import { whatHappened } from "./what-happened";

/** After a follow-up the next of one's own that waits by today; else none. */
async function nextFollowUp(db: Database, { member, today }: MemberContext, followsUpId: number | null) {
  if (followsUpId === null) return undefined;
  const [next] = await listFollowUps(db, { today, due: "any", whose: member.id, limit: 1 });
  return next && next.remindOn <= today ? next : undefined;
}

/**
 * What is told after logging: the conversation, what happened by it in a sentence, what of the customer is still due,
 * and the next follow-up; undefined: the member recorded no such conversation.
 */
export async function readLogged(db: Database, id: number, present: MemberContext) {
  const { member, team, today } = present;
  const row = await getTimelineRow(db, id);
  if (!row || row.recordedById !== member.id) return undefined;
  const [next, due] = await Promise.all([
    nextFollowUp(db, present, row.followsUpId),
    readStillDue(db, row, present),
  ]);
  const isToCome = row.occurredOn > today;
  const lastSale = await getLastSale(db, row.customerId, isToCome ? row.occurredOn : today);
  const isCustomerUnused = row.deletedAt !== null && (await isUnusedCustomer(db, row.customerId));
  const around = { lastSale, today, isCustomerUnused };
  return { row, next, due, sentence: whatHappened(row, around, teamFormats(team)) };
}
