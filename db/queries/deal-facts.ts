import { and, asc, desc, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog, conversations, dealOwners, dealStates, deals, members, stages } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { nameKey } from "@/lib/pipeline/name-key";
import { isStateAsOf } from "./figure-filter";
import { isCorrected } from "./is-corrected";

/** The deals with their customer, in no order. */
export async function listDeals(db: Database, ids: readonly number[]) {
  return db
    .select({ id: deals.id, customerId: deals.customerId, name: deals.name })
    .from(deals)
    .where(inArray(deals.id, [...ids]));
}

/**
 * The customer's deals, each with whether it is seen, that is has a live conversation, and whether it is empty,
 * that is has none at all, not even a deleted one.
 */
export async function listDealsInUse(db: Database, customerId: number) {
  return db
    .select({
      id: deals.id,
      name: deals.name,
      isSeen: sql<boolean>`count(*) filter (where ${conversations.id} is not null and ${conversations.deletedAt} is null) > 0`,
      isEmpty: sql<boolean>`count(${conversations.id}) = 0`,
    })
    .from(deals)
    .leftJoin(conversations, eq(conversations.dealId, deals.id))
    .where(eq(deals.customerId, customerId))
    .groupBy(deals.id);
}

/** Of a deal what a person decides beside its conversations: its name and its owners from local dates on. */
export type DealFacts = {
  id: number;
  name: string | null;
  owners: { fromOn: string; memberId: number; assignedById: number; assignedAt: string }[];
};

/** The deals' names and reassignments. */
export async function listDealFacts(db: Database, ids: readonly number[]): Promise<DealFacts[]> {
  const owners = await db
    .select()
    .from(dealOwners)
    .where(inArray(dealOwners.dealId, [...ids]))
    .orderBy(asc(dealOwners.fromOn));
  const rows = await listDeals(db, ids);
  return rows
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, name }) => ({
      id,
      name,
      owners: owners
        .filter(({ dealId }) => dealId === id)
        .map(({ dealId, assignedAt, ...owner }) => ({ ...owner, assignedAt: assignedAt.toISOString() })),
    }));
}

/** Gives the deals these names and reassignments, whatever they had. */
export async function storeDealFacts(db: Database, facts: readonly DealFacts[]): Promise<void> {
  const ids = facts.map(({ id }) => id);
  // All names are let go first, so that two deals may exchange theirs.
  await db.update(deals).set({ name: null, nameKey: null }).where(inArray(deals.id, ids));
  for (const { id, name } of facts)
    if (name !== null)
      await db
        .update(deals)
        .set({ name, nameKey: nameKey(name) })
        .where(eq(deals.id, id));
  await db.delete(dealOwners).where(inArray(dealOwners.dealId, ids));
  const owners = facts.flatMap(({ id, owners }) =>
    owners.map((owner) => ({ ...owner, dealId: id, assignedAt: new Date(owner.assignedAt) })),
  );
  if (owners.length > 0) await db.insert(dealOwners).values(owners);
}

/** Takes the reassignments off those of these deals that no conversation is on, not even a deleted one. */
export async function forgetOwnersOfEmpty(db: Database, dealIds: readonly number[]): Promise<void> {
  if (dealIds.length === 0) return;
  const isOnIt = eq(conversations.dealId, dealOwners.dealId);
  await db
    .delete(dealOwners)
    .where(
      and(
        inArray(dealOwners.dealId, [...dealIds]),
        notExists(db.select({ one: sql`1` }).from(conversations).where(isOnIt)),
      ),
    );
}

/** The deal of each of these conversations. */
export async function listMemberships(db: Database, conversationIds: readonly number[]) {
  return db
    .select({ id: conversations.id, dealId: conversations.dealId })
    .from(conversations)
    .where(inArray(conversations.id, [...conversationIds]))
    .orderBy(asc(conversations.id));
}

export type Membership = Awaited<ReturnType<typeof listMemberships>>[number];

/** Puts conversations on these deals, by ascending id, each in a new version that is still to be kept. */
export async function storeMemberships(db: Database, memberships: readonly Membership[]): Promise<void> {
  for (const { id, dealId } of memberships.toSorted((a, b) => a.id - b.id))
    await db
      .update(conversations)
      .set({ dealId, version: sql`${conversations.version} + 1` })
      .where(eq(conversations.id, id));
}

/** Every conversation of the deal in order of time, deleted ones too. */
export async function listConversationsOfDeal(db: Database, dealId: number) {
  return db
    .select({
      id: conversations.id,
      at: conversations.occurredAt,
      dateOnly: conversations.dateOnly,
      stage: stages.name,
      amount: conversations.amount,
      note: conversations.note,
      heldById: conversations.heldById,
      deletedAt: conversations.deletedAt,
      isCorrected: isCorrected(),
    })
    .from(conversations)
    .leftJoin(stages, eq(stages.id, conversations.stageId))
    .where(eq(conversations.dealId, dealId))
    .orderBy(asc(conversations.occurredAt), asc(conversations.id));
}

/** Whose each of the deals is as of a day; a deal without conversations is nobody's. */
export async function listOwnersAsOf(db: Database, dealIds: readonly number[], to: LocalDate) {
  const rows = await db
    .select({ dealId: dealStates.dealId, id: dealStates.ownerId })
    .from(dealStates)
    .where(and(inArray(dealStates.dealId, [...dealIds]), isStateAsOf(to)));
  return new Map(rows.map(({ dealId, ...owner }) => [dealId, owner]));
}

/** On which deal a live sales conversation is, and who held it; undefined when it is none. */
export async function getSalesConversation(db: Database, id: number) {
  const [row] = await db
    .select({ dealId: conversations.dealId, heldById: conversations.heldById })
    .from(conversations)
    .where(and(eq(conversations.id, id), isNull(conversations.deletedAt)));
  return row && row.dealId !== null ? { ...row, dealId: row.dealId } : undefined;
}

/** Who changed the deal itself and how, by the audit log, the last one first. */
export async function listDealActs(db: Database, dealId: number) {
  return db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      act: auditLog.act,
      by: members.name,
      before: auditLog.before,
      after: auditLog.after,
    })
    .from(auditLog)
    .leftJoin(members, eq(members.id, auditLog.memberId))
    .where(
      and(
        eq(auditLog.subject, "deal"),
        sql`${auditLog.after} -> 'deals' @> ${JSON.stringify([{ id: dealId }])}::text::jsonb`,
      ),
    )
    .orderBy(desc(auditLog.id));
}

/** One act on deals. */
export async function getDealAct(db: Database, id: number) {
  const [row] = await db
    .select({ act: auditLog.act, before: auditLog.before, after: auditLog.after })
    .from(auditLog)
    .where(and(eq(auditLog.id, id), eq(auditLog.subject, "deal")));
  return row;
}
