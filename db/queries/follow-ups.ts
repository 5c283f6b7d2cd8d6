import { and, asc, eq, exists, inArray, isNotNull, isNull, lte, min, not, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { contacts, conversations, customers, deals, members, stages, topics } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { isCorrected } from "./is-corrected";
import { lastSnoozes } from "./snoozes";

/** Whose follow-ups: those promised by that member; null = everybody's. */
type Whose = number | null;

function isFollowedUp(db: Database): SQL {
  const next = alias(conversations, "next_conversation");
  const follows = db
    .select({ one: sql`1` })
    .from(next)
    .where(and(eq(next.followsUpId, conversations.id), isNull(next.deletedAt)));
  return exists(follows);
}

/** A follow-up that nobody ticked and no conversation follows up on. */
export function isWaiting(db: Database, whose: Whose): SQL | undefined {
  return and(
    isNotNull(conversations.followUpOn),
    isNull(conversations.deletedAt),
    isNull(conversations.completedAt),
    not(isFollowedUp(db)),
    whose === null ? undefined : eq(conversations.heldById, whose),
  );
}

/** Whether something was promised on this conversation and is not done yet. */
export async function isFollowUpWaiting(db: Database, conversationId: number): Promise<boolean> {
  return (await db.$count(conversations, and(eq(conversations.id, conversationId), isWaiting(db, null)))) > 0;
}

/** By when the follow-ups asked for are to be looked at: the day promised, or the later one of a snooze. */
export type Due = "overdue" | "today" | "coming";

/**
 * The snooze in force, to be joined, and the reminder: the day it moved the reminder to, else the day promised.
 * A snooze of another promise, corrected since, moves nothing.
 */
export function reminders(db: Database) {
  const snooze = lastSnoozes(db);
  const isInForce = and(
    eq(snooze.conversationId, conversations.id),
    eq(snooze.dueOn, conversations.followUpOn),
  );
  const remindOn = sql<string>`coalesce(${snooze.untilOn}, ${conversations.followUpOn})`;
  const is: Record<Due, (today: LocalDate) => SQL | undefined> = {
    overdue: (today) => and(lte(conversations.followUpOn, today), sql`${remindOn} < ${today}`),
    today: (today) => and(lte(conversations.followUpOn, today), sql`${remindOn} = ${today}`),
    coming: (today) => sql`${remindOn} > ${today}`,
  };
  return { snooze, isInForce, remindOn, is };
}

/**
 * What was promised on some conversations, where something was: the day, the day a snooze in force moved the
 * reminder to, the tick, and the first local date up to T on which a conversation followed up.
 */
export async function listPromises(db: Database, conversationIds: readonly number[], to: LocalDate) {
  if (conversationIds.length === 0) return [];
  const { snooze, isInForce, remindOn } = reminders(db);
  const next = alias(conversations, "next_conversation");
  const follows = and(
    eq(next.followsUpId, conversations.id),
    isNull(next.deletedAt),
    lte(next.localDate, to),
  );
  return db
    .select({
      conversationId: conversations.id,
      dueOn: sql<LocalDate>`${conversations.followUpOn}`,
      remindOn: sql<LocalDate>`${remindOn}`,
      tickedAt: conversations.completedAt,
      followedUpOn: sql<LocalDate | null>`${db
        .select({ first: min(next.localDate) })
        .from(next)
        .where(follows)}`,
    })
    .from(conversations)
    .leftJoin(snooze, isInForce)
    .where(and(inArray(conversations.id, [...conversationIds]), isNotNull(conversations.followUpOn)));
}

/**
 * Of each customer the follow-up not done yet that is due first, to be joined: of those due by today, snoozes
 * heeded, the one promised for the earliest day, else the one whose reminder comes next. `waitsUntil`: today or
 * the day of that reminder.
 */
export function firstReminders(db: Database, today: LocalDate) {
  const { snooze, isInForce, remindOn } = reminders(db);
  const waitsUntil = sql<string>`greatest(${remindOn}, ${conversations.followUpOn}, ${today}::date)`;
  return db
    .selectDistinctOn([conversations.customerId], {
      customerId: conversations.customerId,
      dueOn: sql<string>`${conversations.followUpOn}`.as("due_on"),
      remindOn: remindOn.as("remind_on"),
      waitsUntil: waitsUntil.as("waits_until"),
    })
    .from(conversations)
    .leftJoin(snooze, isInForce)
    .where(isWaiting(db, null))
    .orderBy(conversations.customerId, sql`waits_until`, asc(conversations.followUpOn))
    .as("first_reminders");
}

/** The follow-ups not done yet that were promised for today or before, snoozes heeded: of whom, and for which day. */
export function followUpsToDo(db: Database, { today, whose }: { today: LocalDate; whose: Whose }) {
  const { snooze, isInForce, remindOn } = reminders(db);
  return db
    .select({
      customerId: conversations.customerId,
      dueOn: sql<string>`${conversations.followUpOn}`.as("due_on"),
    })
    .from(conversations)
    .leftJoin(snooze, isInForce)
    .where(and(isWaiting(db, whose), lte(conversations.followUpOn, today), sql`${remindOn} <= ${today}`))
    .as("to_do");
}

type FollowUpsAsked = {
  today: LocalDate;
  due: Due | "any";
  whose: Whose;
  limit: number;
  customerId?: number;
};

/**
 * The follow-ups not done yet that are overdue, due today or coming, of one customer or of all; the first due first.
 * Chosen before anything is joined that only names things: Postgres took 50 ms to plan all of it as one.
 */
export async function listFollowUps(db: Database, { today, due, whose, limit, customerId }: FollowUpsAsked) {
  const { snooze, isInForce, remindOn, is } = reminders(db);
  const snoozers = alias(members, "snoozers");
  const chosen = db
    .select({
      id: conversations.id,
      version: conversations.version,
      customerId: conversations.customerId,
      dueOn: sql<string>`${conversations.followUpOn}`.as("due_on"),
      remindOn: remindOn.as("remind_on"),
      snoozeId: sql<number | null>`${snooze.id}`.mapWith(Number).as("snooze_id"),
      snoozeReason: sql<string | null>`${snooze.reason}`.as("snooze_reason"),
      snoozedById: snooze.snoozedById,
      promisedOn: conversations.localDate,
      heldById: conversations.heldById,
      recordedById: conversations.recordedById,
      importId: conversations.importId,
      contactId: conversations.contactId,
      topicId: conversations.topicId,
      stageId: conversations.stageId,
      dealId: conversations.dealId,
      note: conversations.note,
      isCorrected: isCorrected().as("is_corrected"),
    })
    .from(conversations)
    .leftJoin(snooze, isInForce)
    .where(
      and(
        isWaiting(db, whose),
        due === "any" ? undefined : is[due](today),
        customerId === undefined ? undefined : eq(conversations.customerId, customerId),
      ),
    )
    .orderBy(sql`remind_on`, asc(conversations.followUpOn), asc(conversations.id))
    .limit(limit)
    .as("chosen");
  return db
    .select({
      conversationId: chosen.id,
      version: chosen.version,
      customerId: chosen.customerId,
      customer: customers.name,
      /** The day promised. */
      dueOn: chosen.dueOn,
      remindOn: chosen.remindOn,
      snoozeId: chosen.snoozeId,
      snoozeReason: chosen.snoozeReason,
      snoozedBy: snoozers.name,
      promisedOn: chosen.promisedOn,
      heldById: chosen.heldById,
      heldBy: members.name,
      recordedById: chosen.recordedById,
      importId: chosen.importId,
      withWhom: contacts.name,
      phone: contacts.phone,
      email: contacts.email,
      about: topics.name,
      note: chosen.note,
      isCorrected: chosen.isCorrected,
      stage: stages.name,
      deal: deals.name,
    })
    .from(chosen)
    .innerJoin(customers, eq(customers.id, chosen.customerId))
    .innerJoin(members, eq(members.id, chosen.heldById))
    .leftJoin(contacts, eq(contacts.id, chosen.contactId))
    .leftJoin(topics, eq(topics.id, chosen.topicId))
    .leftJoin(stages, eq(stages.id, chosen.stageId))
    .leftJoin(deals, eq(deals.id, chosen.dealId))
    .leftJoin(snoozers, eq(snoozers.id, chosen.snoozedById))
    .orderBy(asc(chosen.remindOn), asc(chosen.dueOn), asc(chosen.id));
}

export type FollowUpRow = Awaited<ReturnType<typeof listFollowUps>>[number];

/** How many follow-ups are not done yet: overdue, due today, coming. */
export async function countFollowUps(db: Database, { today, whose }: { today: LocalDate; whose: Whose }) {
  const { snooze, isInForce, is } = reminders(db);
  const only = (due: Due) => sql<number>`count(*) filter (where ${is[due](today)})`.mapWith(Number);
  const [row] = await db
    .select({ overdue: only("overdue"), today: only("today"), coming: only("coming") })
    .from(conversations)
    .leftJoin(snooze, isInForce)
    .where(isWaiting(db, whose));
  if (!row) throw new Error("An aggregate without groups has one row.");
  return row;
}
