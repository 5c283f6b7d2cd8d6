import { and, asc, desc, eq, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import {
  channels,
  contacts,
  conversations,
  conversationVersions,
  customers,
  dealStates,
  deals,
  members,
  stages,
  topics,
} from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { isWaiting, reminders } from "./follow-ups";
import { isCorrected } from "./is-corrected";

/** The first day of a deal; null: there is none, or one that no conversation is on any more. */
const dealOpenedOn = (dealId: SQLWrapper) =>
  sql<LocalDate | null>`(select min(${dealStates.openedOn}) from ${dealStates} where ${dealStates.dealId} = ${dealId})`;

const columns = (db: Database, remindOn: SQL<LocalDate | null>) => ({
  id: conversations.id,
  version: conversations.version,
  at: conversations.occurredAt,
  dateOnly: conversations.dateOnly,
  occurredOn: conversations.localDate,
  heldById: conversations.heldById,
  heldBy: members.name,
  recordedById: conversations.recordedById,
  importId: conversations.importId,
  how: channels.name,
  about: topics.name,
  withWhom: contacts.name,
  note: conversations.note,
  durationMinutes: conversations.durationMinutes,
  stageId: conversations.stageId,
  stage: stages.name,
  stageColor: stages.color,
  outcome: stages.outcome,
  dealId: conversations.dealId,
  deal: deals.name,
  amount: conversations.amount,
  followUpOn: conversations.followUpOn,
  /** The day promised, or the one a snooze of it moved the reminder to. */
  remindOn,
  isWaiting: sql<boolean>`${isWaiting(db, null)}`,
  completedAt: conversations.completedAt,
  followsUpId: conversations.followsUpId,
  isCorrected: isCorrected(),
  /** The first conversation that follows up on this one, deleted ones left out. */
  followedUpById: sql<number | null>`(
    select min(follows.id) from ${conversations} as follows
    where follows.follows_up_id = ${conversations.id} and follows.deleted_at is null)`.mapWith(Number),
});

/** A page of the customer's conversations, the latest first, deleted ones left out. */
export async function listTimeline(
  db: Database,
  { customerId, after, limit }: { customerId: number; after: { at: Date; id: number } | null; limit: number },
) {
  const { snooze, isInForce, remindOn } = reminders(db);
  return db
    .select(columns(db, remindOn))
    .from(conversations)
    .leftJoin(snooze, isInForce)
    .innerJoin(members, eq(members.id, conversations.heldById))
    .leftJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(topics, eq(topics.id, conversations.topicId))
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .leftJoin(stages, eq(stages.id, conversations.stageId))
    .leftJoin(deals, eq(deals.id, conversations.dealId))
    .where(
      and(
        eq(conversations.customerId, customerId),
        isNull(conversations.deletedAt),
        after
          ? sql`(${conversations.occurredAt}, ${conversations.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`
          : undefined,
      ),
    )
    .orderBy(desc(conversations.occurredAt), desc(conversations.id))
    .limit(limit);
}

export type TimelineRow = Awaited<ReturnType<typeof listTimeline>>[number];

/** One conversation as the timeline shows it, a deleted one too, with its customer; undefined: there is none. */
export async function getTimelineRow(db: Database, id: number) {
  const recorder = alias(members, "recorder");
  const { snooze, isInForce, remindOn } = reminders(db);
  const [row] = await db
    .select({
      ...columns(db, remindOn),
      customerId: conversations.customerId,
      customer: customers.name,
      channelId: conversations.channelId,
      topicId: conversations.topicId,
      contactId: conversations.contactId,
      recordedBy: recorder.name,
      recordedAt: conversations.recordedAt,
      deletedAt: conversations.deletedAt,
    })
    .from(conversations)
    .leftJoin(snooze, isInForce)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .innerJoin(members, eq(members.id, conversations.heldById))
    .innerJoin(recorder, eq(recorder.id, conversations.recordedById))
    .leftJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(topics, eq(topics.id, conversations.topicId))
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .leftJoin(stages, eq(stages.id, conversations.stageId))
    .leftJoin(deals, eq(deals.id, conversations.dealId))
    .where(eq(conversations.id, id));
  return row;
}

export type ConversationRow = NonNullable<Awaited<ReturnType<typeof getTimelineRow>>>;

/** Every version of a conversation, the first one first, with who saved it. */
export async function listVersions(db: Database, conversationId: number) {
  const holder = alias(members, "holder");
  return db
    .select({
      version: conversationVersions.version,
      act: conversationVersions.act,
      savedAt: conversationVersions.savedAt,
      savedById: conversationVersions.savedById,
      savedBy: members.name,
      at: conversationVersions.occurredAt,
      dateOnly: conversationVersions.dateOnly,
      heldBy: holder.name,
      how: channels.name,
      about: topics.name,
      withWhom: contacts.name,
      customer: customers.name,
      note: conversationVersions.note,
      durationMinutes: conversationVersions.durationMinutes,
      stage: stages.name,
      deal: deals.name,
      dealId: conversationVersions.dealId,
      dealOpenedOn: dealOpenedOn(conversationVersions.dealId),
      amount: conversationVersions.amount,
      followUpOn: conversationVersions.followUpOn,
      completedAt: conversationVersions.completedAt,
    })
    .from(conversationVersions)
    .innerJoin(members, eq(members.id, conversationVersions.savedById))
    .innerJoin(holder, eq(holder.id, conversationVersions.heldById))
    .innerJoin(customers, eq(customers.id, conversationVersions.customerId))
    .leftJoin(channels, eq(channels.id, conversationVersions.channelId))
    .leftJoin(topics, eq(topics.id, conversationVersions.topicId))
    .leftJoin(contacts, eq(contacts.id, conversationVersions.contactId))
    .leftJoin(stages, eq(stages.id, conversationVersions.stageId))
    .leftJoin(deals, eq(deals.id, conversationVersions.dealId))
    .where(eq(conversationVersions.conversationId, conversationId))
    .orderBy(asc(conversationVersions.version));
}

export type ConversationVersion = Awaited<ReturnType<typeof listVersions>>[number];
