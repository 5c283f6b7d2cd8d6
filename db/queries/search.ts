import { and, asc, eq, exists, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { plainText } from "@/db/plain-text";
import { contacts, customers, dealStates, deals } from "@/db/schema";
import { plainKey } from "@/lib/pipeline/without-accents";
import { byName } from "./by-name";
import { isContactLike, isNamedLike, placeOfName } from "./search-match";

type Asked = { search: string; limit: number };

const archivedLast = sql`${customers.archivedAt} is not null`;

const mergedInto = sql<string | null>`(
  select target.name from ${customers} as target where target.id = customers.merged_into_id)`;

function customersWhere(db: Database, where: SQL | undefined, order: SQL, limit: number) {
  return db
    .select({
      id: customers.id,
      name: customers.name,
      nameKey: customers.nameKey,
      isArchived: sql<boolean>`${archivedLast}`,
      mergedIntoId: customers.mergedIntoId,
      mergedInto,
    })
    .from(customers)
    .where(where)
    .orderBy(archivedLast, order, byName(customers.name), asc(customers.id))
    .limit(limit);
}

/** Customers by their name, the best fitting first, archived ones last. */
export async function findCustomersByName(db: Database, { search, limit }: Asked) {
  const { nameKey: key } = customers;
  return customersWhere(db, isNamedLike(key, search), placeOfName(key, search), limit);
}

export type FoundCustomer = Awaited<ReturnType<typeof findCustomersByName>>[number];

function contactsWhere(db: Database, where: SQL | undefined, order: SQL, limit: number) {
  return db
    .select({
      id: contacts.id,
      name: contacts.name,
      nameKey: contacts.nameKey,
      role: contacts.role,
      email: contacts.email,
      phone: contacts.phone,
      customerId: contacts.customerId,
      customer: customers.name,
      isArchived: sql<boolean>`${archivedLast}`,
    })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(where)
    .orderBy(archivedLast, order, byName(contacts.name), asc(contacts.id))
    .limit(limit);
}

/** Contacts by name, e-mail or phone number, the best fitting first, those of archived customers last. */
export async function findContacts(db: Database, { search, limit }: Asked) {
  return contactsWhere(db, isContactLike(search), placeOfName(contacts.nameKey, search), limit);
}

export type FoundContact = Awaited<ReturnType<typeof findContacts>>[number];

/** Deals by a name of their own, the best fitting first, those of archived customers last. */
export async function findDeals(db: Database, { search, limit }: Asked) {
  const hasConversations = exists(
    db.select({ one: sql`1` }).from(dealStates).where(eq(dealStates.dealId, deals.id)),
  );
  return db
    .select({
      id: deals.id,
      name: sql<string>`${deals.name}`,
      nameKey: sql<string>`${deals.nameKey}`,
      customer: customers.name,
      isArchived: sql<boolean>`${archivedLast}`,
    })
    .from(deals)
    .innerJoin(customers, eq(customers.id, deals.customerId))
    .where(and(isNamedLike(deals.nameKey, search), hasConversations))
    .orderBy(archivedLast, placeOfName(deals.nameKey, search), byName(deals.name), asc(deals.id))
    .limit(limit);
}

export type FoundDeal = Awaited<ReturnType<typeof findDeals>>[number];

/**
 * How alike a name still is to a search in which one letter, in a long search two, are wrong: each spoils up to
 * five of the trigrams, and pg_trgm's word_similarity counts those that both have among those that either has.
 */
function leastSimilarity(key: string): number {
  const trigrams = key.length + 1;
  const spoilt = key.length < 6 ? 4 : key.length < 12 ? 7 : 10;
  return Math.max(0.3, (trigrams - spoilt) / (trigrams + spoilt));
}

async function similar<Row>(
  db: Database,
  { search, column }: { search: string; column: PgColumn },
  read: (tx: Database, where: SQL, order: SQL) => Promise<Row[]>,
): Promise<Row[]> {
  const key = plainKey(search);
  const plain = plainText(column);
  return db.transaction(
    async (tx) => {
      await tx.execute(
        sql`select set_config('pg_trgm.word_similarity_threshold', ${String(leastSimilarity(key))}, true)`,
      );
      return read(tx, sql`${key} <% ${plain}`, sql`word_similarity(${key}, ${plain}) desc`);
    },
    { accessMode: "read only" },
  );
}

/** Customers whose names share most of the search's letters, the likest first: what a misspelling may mean. */
export async function listSimilarCustomers(db: Database, { search, limit }: Asked) {
  return similar(db, { search, column: customers.nameKey }, (tx, where, order) =>
    customersWhere(tx, where, order, limit),
  );
}

/** Contacts whose names share most of the search's letters, the likest first. */
export async function listSimilarContacts(db: Database, { search, limit }: Asked) {
  return similar(db, { search, column: contacts.nameKey }, (tx, where, order) =>
    contactsWhere(tx, and(where, isNull(contacts.archivedAt)), order, limit),
  );
}
