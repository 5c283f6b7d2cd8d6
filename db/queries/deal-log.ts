import { and, asc, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, dealOwners, deals, stages } from "@/db/schema";

/** What each stage means today, by its id: its place in the pipeline and its outcome. */
export async function listStageMeanings(db: Database) {
  return db.select({ id: stages.id, position: stages.position, outcome: stages.outcome }).from(stages);
}

/** The live sales conversations of the deals, by deal and in order of time. */
export async function listDealConversations(db: Database, dealIds: readonly number[]) {
  const rows = await db
    .select({
      dealId: conversations.dealId,
      customerId: conversations.customerId,
      id: conversations.id,
      occurredAt: conversations.occurredAt,
      localDate: conversations.localDate,
      stageId: conversations.stageId,
      amount: conversations.amount,
      heldById: conversations.heldById,
    })
    .from(conversations)
    .where(
      and(
        inArray(conversations.dealId, [...dealIds]),
        isNotNull(conversations.stageId),
        isNull(conversations.deletedAt),
      ),
    )
    .orderBy(asc(conversations.dealId), asc(conversations.occurredAt), asc(conversations.id));
  return rows.flatMap(({ dealId, stageId, ...row }) =>
    dealId === null || stageId === null ? [] : [{ dealId, stageId, ...row }],
  );
}

/** The reassignments of the deals. */
export async function listOwnerChanges(db: Database, dealIds: readonly number[]) {
  return db
    .select({ dealId: dealOwners.dealId, fromOn: dealOwners.fromOn, memberId: dealOwners.memberId })
    .from(dealOwners)
    .where(inArray(dealOwners.dealId, [...dealIds]));
}

/** Up to `limit` ids of deals after `afterId`, ascending: a way through all of them in chunks. */
export async function listDealIds(db: Database, afterId: number, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: deals.id })
    .from(deals)
    .where(gt(deals.id, afterId))
    .orderBy(asc(deals.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The ids of the deals that ever had a live conversation at the stage. */
export async function listDealsThatTouched(db: Database, stageId: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: conversations.dealId })
    .from(conversations)
    .where(and(eq(conversations.stageId, stageId), isNull(conversations.deletedAt)));
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}
