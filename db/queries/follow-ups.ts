import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  not,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { contacts, conversations, customers, dealStates, deals, members, stages, topics } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { isStateAsOf } from "./figure-filter";

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
function isWaiting(db: Database, whose: Whose): SQL | undefined {
  return and(
    isNotNull(conversations.followUpOn),
    isNull(conversations.deletedAt),
    isNull(conversations.completedAt),
    not(isFollowedUp(db)),
    whose === null ? undefined : eq(conversations.heldById, whose),
  );
}

/** When the follow-ups asked for are due. */
export type Due = "overdue" | "today" | "coming";

const dueOn: Record<Due, (today: LocalDate) => SQL> = {
  overdue: (today) => lt(conversations.followUpOn, today),
  today: (today) => eq(conversations.followUpOn, today),
  coming: (today) => sql`${conversations.followUpOn} > ${today}`,
};

type FollowUpsAsked = {
  today: LocalDate;
  due: Due | "any";
  whose: Whose;
  limit: number;
  customerId?: number;
};

/** The follow-ups not done yet that are overdue, due today or coming, of one customer or of all; the first due first. */
export async function listFollowUps(db: Database, { today, due, whose, limit, customerId }: FollowUpsAsked) {
  return db
    .select({
      conversationId: conversations.id,
      version: conversations.version,
      customerId: conversations.customerId,
      customer: customers.name,
      dueOn: sql<string>`${conversations.followUpOn}`,
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
    .where(
      and(
        isWaiting(db, whose),
        due === "any" ? undefined : dueOn[due](today),
        customerId === undefined ? undefined : eq(conversations.customerId, customerId),
      ),
    )
    .orderBy(asc(conversations.followUpOn), asc(conversations.id))
    .limit(limit);
}

export type FollowUpRow = Awaited<ReturnType<typeof listFollowUps>>[number];

/** How many follow-ups are not done yet: overdue, due today, coming. */
export async function countFollowUps(db: Database, { today, whose }: { today: LocalDate; whose: Whose }) {
  const only = (due: Due) => sql<number>`count(*) filter (where ${dueOn[due](today)})`.mapWith(Number);
  const [row] = await db
    .select({ overdue: only("overdue"), today: only("today"), coming: only("coming") })
    .from(conversations)
    .where(isWaiting(db, whose));
  if (!row) throw new Error("An aggregate without groups has one row.");
  return row;
}

/**
 * Quiet (domain.md): open deals without a conversation of their customer for more than their stage's
 * quiet-after days, and without a follow-up of their customer that is still to be done today or later.
 * With 14 days, today 24 November: the last one on 9 November is quiet, on 10 November (14 days back) not yet.
 */
function isQuiet(db: Database, today: LocalDate, quietAfterDaysDefault: number): SQL | undefined {
  const ofCustomer = and(
    eq(conversations.customerId, dealStates.customerId),
    isNull(conversations.deletedAt),
  );
  const recent = db
    .select({ one: sql`1` })
    .from(conversations)
    .where(
      and(
        ofCustomer,
        lte(conversations.localDate, today),
        gte(
          conversations.localDate,
          sql`${today}::date - coalesce(${stages.quietAfterDays}, ${quietAfterDaysDefault}::int)`,
        ),
      ),
    );
  const promised = db
    .select({ one: sql`1` })
    .from(conversations)
    .where(and(ofCustomer, isWaiting(db, null), gte(conversations.followUpOn, today)));
  return and(isStateAsOf(today), eq(dealStates.outcome, "open"), not(exists(recent)), not(exists(promised)));
}

type Asked = { today: LocalDate; quietAfterDays: number; whose: Whose };

/** The quiet deals, the longest quiet first; `whose` keeps those owned by that member. */
export async function listQuietDeals(
  db: Database,
  { today, quietAfterDays, whose, limit }: Asked & { limit: number },
) {
  const lastOn = sql<string>`(
    select max(${conversations.localDate}) from ${conversations}
    where ${conversations.customerId} = ${dealStates.customerId} and ${conversations.deletedAt} is null
      and ${conversations.localDate} <= ${today})`;
  return db
    .select({
      dealId: dealStates.dealId,
      deal: deals.name,
      customerId: dealStates.customerId,
      customer: customers.name,
      stage: stages.name,
      stageColor: stages.color,
      amount: dealStates.amount,
      owner: members.name,
      lastOn: lastOn.as("last_on"),
    })
    .from(dealStates)
    .innerJoin(stages, eq(stages.id, dealStates.stageId))
    .innerJoin(deals, eq(deals.id, dealStates.dealId))
    .innerJoin(customers, eq(customers.id, dealStates.customerId))
    .innerJoin(members, eq(members.id, dealStates.ownerId))
    .where(
      and(isQuiet(db, today, quietAfterDays), whose === null ? undefined : eq(dealStates.ownerId, whose)),
    )
    .orderBy(sql`last_on`, desc(dealStates.dealId))
    .limit(limit);
}

export type QuietDeal = Awaited<ReturnType<typeof listQuietDeals>>[number];

/** How many deals are quiet. */
export async function countQuietDeals(
  db: Database,
  { today, quietAfterDays, whose }: Asked,
): Promise<number> {
  const [row] = await db
    .select({ deals: count() })
    .from(dealStates)
    .innerJoin(stages, eq(stages.id, dealStates.stageId))
    .where(
      and(isQuiet(db, today, quietAfterDays), whose === null ? undefined : eq(dealStates.ownerId, whose)),
    );
  return row?.deals ?? 0;
}
