import { and, asc, eq, exists, isNotNull, isNull, lte, not, type SQL, sql } from "drizzle-orm";
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
function reminders(db: Database) {
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

type FollowUpsAsked = {
  today: LocalDate;
  due: Due | "any";
  whose: Whose;
  limit: number;
  customerId?: number;
};

/** The follow-ups not done yet that are overdue, due today or coming, of one customer or of all; the first due first. */
export async function listFollowUps(db: Database, { today, due, whose, limit, customerId }: FollowUpsAsked) {
  const { snooze, isInForce, remindOn, is } = reminders(db);
  const snoozers = alias(members, "snoozers");
  return db
    .select({
      conversationId: conversations.id,
      version: conversations.version,
      customerId: conversations.customerId,
      customer: customers.name,
      /** The day promised. */
      dueOn: sql<string>`${conversations.followUpOn}`,
      remindOn: remindOn.as("remind_on"),
      snoozeId: snooze.id,
      snoozeReason: snooze.reason,
      snoozedBy: snoozers.name,
      promisedOn: conversations.localDate,
      heldById: conversations.heldById,
      heldBy: members.name,
      recordedById: conversations.recordedById,
      importId: conversations.importId,
      withWhom: contacts.name,
      phone: contacts.phone,
      email: contacts.email,
      about: topics.name,
      note: conversations.note,
      isCorrected: isCorrected(),
      stage: stages.name,
      deal: deals.name,
    })
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .innerJoin(members, eq(members.id, conversations.heldById))
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .leftJoin(topics, eq(topics.id, conversations.topicId))
    .leftJoin(stages, eq(stages.id, conversations.stageId))
    .leftJoin(deals, eq(deals.id, conversations.dealId))
    .leftJoin(snooze, isInForce)
    .leftJoin(snoozers, eq(snoozers.id, snooze.snoozedById))
    .where(
      and(
        isWaiting(db, whose),
        due === "any" ? undefined : is[due](today),
        customerId === undefined ? undefined : eq(conversations.customerId, customerId),
      ),
    )
    .orderBy(sql`remind_on`, asc(conversations.followUpOn), asc(conversations.id))
    .limit(limit);
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
