import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, conversations, customers, dealStates, stages, topics } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { isStateAsOf } from "./figure-filter";
import { firstReminders } from "./follow-ups";
import { spokenAboutLast } from "./standing";

/** How many customers one can choose from. */
export async function countCustomersToChoose(db: Database): Promise<number> {
  return db.$count(customers, isNull(customers.archivedAt));
}

/**
 * Customers with where each stands and, of what was promised to it and is not done, what is due first: those with
 * a follow-up first, the first due first, then those logged last, then the newest.
 */
export async function listDeviceCustomers(
  db: Database,
  { today, limit }: { today: LocalDate; limit: number },
) {
  const due = firstReminders(db, today);
  const last = db
    .select({
      customerId: conversations.customerId,
      lastId: sql<string>`max(${conversations.id})`.as("last_id"),
    })
    .from(conversations)
    .where(isNull(conversations.deletedAt))
    .groupBy(conversations.customerId)
    .as("last_talk");
  const chosen = await db
    .select({ id: customers.id, name: customers.name, dueOn: due.dueOn, remindOn: due.remindOn })
    .from(customers)
    .leftJoin(due, eq(due.customerId, customers.id))
    .leftJoin(last, eq(last.customerId, customers.id))
    .where(isNull(customers.archivedAt))
    .orderBy(
      sql`${due.waitsUntil} nulls last`,
      sql`${due.dueOn} nulls last`,
      sql`${last.lastId} desc nulls last`,
      desc(customers.id),
    )
    .limit(limit);
  const standing = await listStandings(
    db,
    chosen.map(({ id }) => id),
    today,
  );
  return chosen.map((customer) => ({ ...customer, stage: standing.get(customer.id) ?? null }));
}

export type DeviceCustomerRow = Awaited<ReturnType<typeof listDeviceCustomers>>[number];

/** The stage of each customer's deal that was spoken about last. */
async function listStandings(db: Database, ids: readonly number[], today: LocalDate) {
  if (ids.length === 0) return new Map<number, string>();
  const rows = await db
    .selectDistinctOn([dealStates.customerId], { customerId: dealStates.customerId, stage: stages.name })
    .from(dealStates)
    .innerJoin(stages, eq(stages.id, dealStates.stageId))
    .where(and(inArray(dealStates.customerId, [...ids]), isStateAsOf(today)))
    .orderBy(dealStates.customerId, ...spokenAboutLast);
  return new Map(rows.map(({ customerId, stage }) => [customerId, stage]));
}

/** A member's own latest conversations. */
export async function listOwnTalks(db: Database, { memberId, limit }: { memberId: number; limit: number }) {
  return db
    .select({
      id: conversations.id,
      customer: customers.name,
      occurredOn: conversations.localDate,
      stage: stages.name,
      how: channels.name,
      about: topics.name,
      followUpOn: conversations.followUpOn,
      note: conversations.note,
    })
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .leftJoin(stages, eq(stages.id, conversations.stageId))
    .leftJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(topics, eq(topics.id, conversations.topicId))
    .where(and(eq(conversations.heldById, memberId), isNull(conversations.deletedAt)))
    .orderBy(desc(conversations.occurredAt), desc(conversations.id))
    .limit(limit);
}
