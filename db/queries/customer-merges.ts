import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { contacts, conversations, customerMerges, customers, deals, members } from "@/db/schema";
import { idArray } from "./id-array";

/** Locks the customers' rows in one order, so that two who merge wait for each other; by id. */
export async function lockCustomerRows(db: Database, ids: readonly number[]) {
  const rows = await db
    .select()
    .from(customers)
    .where(inArray(customers.id, [...ids]))
    .orderBy(asc(customers.id))
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every deal of a customer, with or without conversations. */
export async function listAllDeals(db: Database, customerId: number) {
  return db
    .select({ id: deals.id, name: deals.name, nameKey: deals.nameKey })
    .from(deals)
    .where(eq(deals.customerId, customerId))
    .orderBy(asc(deals.id));
}

/** Every contact of a customer, archived ones too. */
export async function listAllContacts(db: Database, customerId: number) {
  return db.select().from(contacts).where(eq(contacts.customerId, customerId)).orderBy(asc(contacts.id));
}

/** Contacts by their ids, archived ones too. */
export async function listContactsById(db: Database, ids: readonly number[]): Promise<AnyContact[]> {
  return db
    .select()
    .from(contacts)
    .where(inArray(contacts.id, [...ids]));
}

export type AnyContact = Awaited<ReturnType<typeof listAllContacts>>[number];

/** Gives a customer's deal to another customer, under this name. */
export async function giveDeal(
  db: Database,
  id: number,
  given: Pick<typeof deals.$inferInsert, "customerId" | "name" | "nameKey">,
): Promise<void> {
  await db.update(deals).set(given).where(eq(deals.id, id));
}

/** Changes a contact that a merge or its undoing moves or fills in, in a new version: whoever has it open is told. */
export async function giveContact(
  db: Database,
  id: number,
  given: Partial<Omit<typeof contacts.$inferInsert, "version">>,
): Promise<void> {
  await db
    .update(contacts)
    .set({ ...given, version: sql`${contacts.version} + 1` })
    .where(eq(contacts.id, id));
}

/** Some of a customer's conversations: sales conversations by their deals, others by their ids. */
type Some = { dealIds: readonly number[]; conversationIds: readonly number[] };

function isAmong(only: Some | undefined) {
  if (!only) return sql`true`;
  return sql`case when deal_id is null then id = any(${idArray(only.conversationIds)}) else deal_id = any(${idArray(only.dealIds)}) end`;
}

/** The contacts a customer's conversations were held with, or some of them. */
export async function listContactsInUse(db: Database, customerId: number, only?: Some): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: conversations.contactId })
    .from(conversations)
    .where(and(eq(conversations.customerId, customerId), isAmong(only)));
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/**
 * Moves a customer's conversations, or some of them, to another customer, each in a new version that is still
 * to be kept.
 *
 * @param contactOf the contact each of theirs becomes; one that is not named stays.
 * @returns the ids of those that moved.
 */
export async function moveConversations(
  db: Database,
  {
    from,
    into,
    contactOf,
    only,
  }: { from: number; into: number; contactOf: ReadonlyMap<number, number>; only?: Some },
) {
  const contactsById = JSON.stringify(Object.fromEntries(contactOf));
  const rows = await db.execute<{ id: number }>(sql`
    update ${conversations} set customer_id = ${into}::bigint, version = version + 1,
      contact_id = coalesce((${contactsById}::text::jsonb ->> contact_id::text)::bigint, contact_id)
    where customer_id = ${from}::bigint and ${isAmong(only)}
    returning id::float8 as id`);
  return [...rows].map(({ id }) => id);
}

/** Gives the customer's conversations with one contact another one. */
export async function changeContactOf(
  db: Database,
  { customerId, from, to }: { customerId: number; from: number; to: number },
): Promise<number[]> {
  const rows = await db
    .update(conversations)
    .set({ contactId: to, version: sql`${conversations.version} + 1` })
    .where(and(eq(conversations.customerId, customerId), eq(conversations.contactId, from)))
    .returning({ id: conversations.id });
  return rows.map(({ id }) => id);
}

/** How many live conversations a customer has, deals that have any, and contacts that are not archived. */
export async function countOfCustomer(db: Database, customerId: number) {
  const [counted] = await db
    .select({ conversations: count(), deals: countDistinct(conversations.dealId) })
    .from(conversations)
    .where(and(eq(conversations.customerId, customerId), isNull(conversations.deletedAt)));
  if (!counted) throw new Error("A count has one row.");
  const current = and(eq(contacts.customerId, customerId), isNull(contacts.archivedAt));
  return { ...counted, contacts: await db.$count(contacts, current) };
}

/** Every conversation of a customer, deleted ones too, by its id. */
export async function listConversationIds(db: Database, customerId: number): Promise<number[]> {
  const rows = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.customerId, customerId));
  return rows.map(({ id }) => id);
}

/** One merge with the names of those concerned; undefined when there is none. */
export async function getMerge(db: Database, id: number) {
  const [row] = await db
    .select({
      id: customerMerges.id,
      fromId: customerMerges.fromId,
      from: customers.name,
      intoId: customerMerges.intoId,
      mergedBy: members.name,
      mergedAt: customerMerges.mergedAt,
      moved: customerMerges.moved,
      undoneAt: customerMerges.undoneAt,
    })
    .from(customerMerges)
    .innerJoin(customers, eq(customers.id, customerMerges.fromId))
    .innerJoin(members, eq(members.id, customerMerges.mergedById))
    .where(eq(customerMerges.id, id));
  return row;
}

/** The merges into a customer since this one that stand, the first one first, with the account's day of each that came. */
export async function listLaterMerges(db: Database, { id, intoId }: { id: number; intoId: number }) {
  return db
    .select({ id: customerMerges.id, moved: customerMerges.moved, openedOn: customers.openedOn })
    .from(customerMerges)
    .innerJoin(customers, eq(customers.id, customerMerges.fromId))
    .where(and(eq(customerMerges.intoId, intoId), gt(customerMerges.id, id), isNull(customerMerges.undoneAt)))
    .orderBy(asc(customerMerges.id));
}

/** Rewrites what a merge moved and what it was before. */
export async function keepMoved(db: Database, id: number, moved: object): Promise<void> {
  await db.update(customerMerges).set({ moved }).where(eq(customerMerges.id, id));
}

/** The customers that are part of this one by a merge that stands, the last merged first. */
export async function listMerges(db: Database, intoId: number) {
  return db
    .select({
      id: customerMerges.id,
      from: customers.name,
      mergedById: members.id,
      mergedBy: members.name,
      mergedAt: customerMerges.mergedAt,
    })
    .from(customerMerges)
    .innerJoin(customers, eq(customers.id, customerMerges.fromId))
    .innerJoin(members, eq(members.id, customerMerges.mergedById))
    .where(and(eq(customerMerges.intoId, intoId), isNull(customerMerges.undoneAt)))
    .orderBy(desc(customerMerges.id));
}

export type CustomerMerge = Awaited<ReturnType<typeof listMerges>>[number];
