import { and, asc, eq, inArray, isNotNull, isNull, not, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { contacts, conversations, customers, members, stages } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { byName } from "./by-name";
import { lastTalkOf } from "./last-talk";
import { foundContactOf, idsOfCustomersLike } from "./search-match";
import { standingOf } from "./standing";

/**
 * The customers a search finds: by their name, or by a contact's name, e-mail or phone number. One that was
 * merged into another is found no more: its name leads there.
 */
function isFoundCustomer(db: Database, search: string): SQL | undefined {
  const isItself = isNull(customers.mergedIntoId);
  if (search.trim() === "") return isItself;
  return and(isItself, inArray(customers.id, idsOfCustomersLike(db, search)));
}

type CustomerSearch = {
  search: string;
  archived: boolean;
  /** The name after which the page begins. */
  after: { name: string; id: number } | null;
  today: LocalDate;
  limit: number;
};

const isArchived = isNotNull(customers.archivedAt);

/**
 * A page of customers by name, each with its last conversation, where its last sales conversation stands today,
 * and the contact by whom it was found where its own name does not say why.
 */
export async function listCustomers(db: Database, asked: CustomerSearch) {
  const { search, archived, after, today, limit } = asked;
  const page = db
    .select({
      id: customers.id,
      name: customers.name,
      nameKey: customers.nameKey,
      sortName: sql<string>`${byName(customers.name)}`.as("sort_name"),
    })
    .from(customers)
    .where(
      and(
        archived ? isArchived : not(isArchived),
        isFoundCustomer(db, search),
        after
          ? sql`(${byName(customers.name)}, ${customers.id}) > (${byName(sql`${after.name}`)}, ${after.id}::bigint)`
          : undefined,
      ),
    )
    .orderBy(byName(customers.name), asc(customers.id))
    .limit(limit)
    .as("page");
  const last = lastTalkOf(db, page.id, today);
  const standing = standingOf(db, page.id, today);
  const found = foundContactOf(db, page, search);
  return db
    .select({
      id: page.id,
      name: page.name,
      foundContact: found.name,
      lastOn: last.on,
      stage: stages.name,
      stageColor: stages.color,
      stageOutcome: stages.outcome,
      amount: standing.amount,
      salesperson: members.name,
    })
    .from(page)
    .leftJoinLateral(last, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .leftJoinLateral(found, sql`true`)
    .leftJoin(stages, eq(stages.id, standing.stageId))
    .leftJoin(members, eq(members.id, standing.ownerId))
    .orderBy(page.sortName, asc(page.id));
}

export type CustomerRow = Awaited<ReturnType<typeof listCustomers>>[number];

/** How many customers a search finds on all its pages: those one chooses from, and the archived ones. */
export async function countCustomers(db: Database, search: string) {
  const [row] = await db
    .select({
      active: sql<number>`count(*) filter (where not ${isArchived})`.mapWith(Number),
      archived: sql<number>`count(*) filter (where ${isArchived})`.mapWith(Number),
    })
    .from(customers)
    .where(isFoundCustomer(db, search));
  if (!row) throw new Error("An aggregate without groups has one row.");
  return row;
}

/** Whether nothing is logged with a customer one can choose. */
export async function isUnusedCustomer(db: Database, id: number): Promise<boolean> {
  const [row] = await db
    .select({ id: customers.id })
    .from(customers)
    .leftJoin(conversations, and(eq(conversations.customerId, customers.id), isNull(conversations.deletedAt)))
    .where(and(eq(customers.id, id), not(isArchived), isNull(conversations.id)));
  return row !== undefined;
}

/** One customer's facts; undefined when there is none. */
export async function getCustomer(db: Database, id: number) {
  const [row] = await db
    .select({
      id: customers.id,
      name: customers.name,
      openedOn: customers.openedOn,
      version: customers.version,
      archivedAt: customers.archivedAt,
      mergedIntoId: customers.mergedIntoId,
    })
    .from(customers)
    .where(eq(customers.id, id));
  return row;
}

export type Customer = NonNullable<Awaited<ReturnType<typeof getCustomer>>>;

/** The contacts one chooses from, by name. */
export async function listContacts(db: Database, customerId: number) {
  return db
    .select({
      id: contacts.id,
      name: contacts.name,
      role: contacts.role,
      email: contacts.email,
      phone: contacts.phone,
    })
    .from(contacts)
    .where(and(eq(contacts.customerId, customerId), isNull(contacts.archivedAt)))
    .orderBy(byName(contacts.name), asc(contacts.id));
}

export type Contact = Awaited<ReturnType<typeof listContacts>>[number];
