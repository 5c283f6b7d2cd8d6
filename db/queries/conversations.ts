import { and, asc, desc, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, conversationVersions, customers, stages, type versionActs } from "@/db/schema";
import { idArray } from "./id-array";

/** Locks the customer's row until the transaction ends: membership is decided by one at a time. */
export async function lockCustomer(db: Database, customerId: number) {
  const [row] = await db
    .select({
      name: customers.name,
      mergedIntoId: customers.mergedIntoId,
    })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for("update");
  return row;
}

/** The conversation as it is now, deleted or not. */
export async function getConversation(db: Database, id: number) {
  const [row] = await db.select().from(conversations).where(eq(conversations.id, id));
  return row;
}

export type Conversation = NonNullable<Awaited<ReturnType<typeof getConversation>>>;

/** The conversation that a device made under this id. */
export async function getConversationOfDevice(db: Database, deviceId: string) {
  const [row] = await db.select().from(conversations).where(eq(conversations.deviceId, deviceId));
  return row;
}

/** The customer's live sales conversations of all deals, in order of time. */
export async function listCustomerTalks(db: Database, customerId: number) {
  const rows = await db
    .select({
      id: conversations.id,
      occurredAt: conversations.occurredAt,
      dealId: conversations.dealId,
      outcome: stages.outcome,
    })
    .from(conversations)
    .innerJoin(stages, eq(stages.id, conversations.stageId))
    .where(
      and(
        eq(conversations.customerId, customerId),
        isNotNull(conversations.dealId),
        isNull(conversations.deletedAt),
      ),
    )
    .orderBy(asc(conversations.occurredAt), asc(conversations.id));
  return rows.flatMap(({ dealId, ...row }) => (dealId === null ? [] : [{ dealId, ...row }]));
}

/** The columns of what is said of a conversation, which its versions keep as well. */
export const contentColumns = [
  "customer_id",
  "occurred_at",
  "date_only",
  "local_date",
  "held_by_id",
  "channel_id",
  "topic_id",
  "contact_id",
  "note",
  "duration_minutes",
  "stage_id",
  "deal_id",
  "amount",
  "follow_up_on",
  "completed_at",
  "follows_up_id",
  "deleted_at",
] as const;

const content = sql.raw(contentColumns.join(", "));

/** Keeps the conversations as they now are as a version: who saved them, when, by which act. */
export async function keepVersions(
  db: Database,
  ids: readonly number[],
  { act, savedById, savedAt }: { act: (typeof versionActs)[number]; savedById: number; savedAt: Date },
): Promise<void> {
  await db.execute(sql`
    insert into ${conversationVersions} (conversation_id, version, act, saved_by_id, saved_at, ${content})
    select id, version, ${act}::version_act, ${savedById}::bigint, ${savedAt.toISOString()}::timestamptz, ${content}
    from ${conversations}
    where id = any(${idArray(ids)})`);
}

/** The content of one version of a conversation. */
export async function getVersion(db: Database, conversationId: number, version: number) {
  const [row] = await db
    .select()
    .from(conversationVersions)
    .where(
      and(eq(conversationVersions.conversationId, conversationId), eq(conversationVersions.version, version)),
    );
  return row;
}

/** The last version after this one that put the conversation on another deal, by that deal; undefined: none did. */
export async function getLastMoveAfter(db: Database, conversationId: number, version: number) {
  const [row] = await db
    .select({ dealId: conversationVersions.dealId })
    .from(conversationVersions)
    .where(
      and(
        eq(conversationVersions.conversationId, conversationId),
        gt(conversationVersions.version, version),
        eq(conversationVersions.act, "moved"),
      ),
    )
    .orderBy(desc(conversationVersions.version))
    .limit(1);
  return row;
}

/** The content of the last version before this one that was not deleted. */
export async function getLiveVersionBefore(db: Database, conversationId: number, version: number) {
  const [row] = await db
    .select()
    .from(conversationVersions)
    .where(
      and(
        eq(conversationVersions.conversationId, conversationId),
        lt(conversationVersions.version, version),
        isNull(conversationVersions.deletedAt),
      ),
    )
    .orderBy(desc(conversationVersions.version))
    .limit(1);
  return row;
}
