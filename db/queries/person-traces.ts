import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog, contacts, customerMerges, customers, invitations, members } from "@/db/schema";
import { lockCustomerRows } from "./customer-merges";
import { idArray } from "./id-array";

export type PersonKind = "contact" | "customer" | "member";

/**
 * The rows that are this person: contacts that a merge made one, customers merged into it with their contacts. By a
 * merge that was undone nobody is one. A member's invitations: those for them and the one they joined by.
 */
export type PersonRows = {
  contactIds: number[];
  customerIds: number[];
  memberIds: number[];
  invitationIds: number[];
};

const nobody: PersonRows = { contactIds: [], customerIds: [], memberIds: [], invitationIds: [] };

const idList = (rows: Iterable<{ id: number }>) => [...rows].map(({ id }) => id);

/** Every row that is this person. */
export async function listPersonRows(db: Database, kind: PersonKind, id: number): Promise<PersonRows> {
  if (kind === "member") {
    const own = await db
      .select({ id: invitations.id })
      .from(invitations)
      .where(or(eq(invitations.memberId, id), eq(invitations.acceptedById, id)));
    return { ...nobody, memberIds: [id], invitationIds: idList(own) };
  }
  if (kind === "customer") {
    const customerIds = idList(
      await db.execute<{ id: number }>(sql`
        with recursive part as (
          select id from customers where id = ${id}::bigint
          union select customers.id from customers join part on customers.merged_into_id = part.id
        ) select id::float8 as id from part`),
    );
    const contactIds = idList(
      await db.select({ id: contacts.id }).from(contacts).where(inArray(contacts.customerId, customerIds)),
    );
    return { ...nobody, contactIds, customerIds };
  }
  const contactIds = idList(
    await db.execute<{ id: number }>(sql`
      with recursive pairs as (
        select (pair ->> 'id')::bigint as one, (pair ->> 'intoId')::bigint as other
        from customer_merges, jsonb_array_elements(moved -> 'joined') as pair
        where undone_at is null
      ), same as (
        select ${id}::bigint as id
        union select case when one = same.id then other else one end from pairs join same on same.id in (one, other)
      ) select id::float8 as id from same`),
  );
  return { ...nobody, contactIds };
}

/**
 * Locks what whoever changes the person's rows locks first: the customers they are or are a contact of, and the
 * members. What was being written of them is written by then.
 */
export async function lockPersonRows(
  db: Database,
  { contactIds, customerIds, memberIds }: PersonRows,
): Promise<void> {
  const at = await db
    .selectDistinct({ id: contacts.customerId })
    .from(contacts)
    .where(inArray(contacts.id, contactIds));
  await lockCustomerRows(db, [...customerIds, ...idList(at)]);
  await db
    .select({ id: members.id })
    .from(members)
    .where(inArray(members.id, memberIds))
    .for("no key update");
}

/** What is written of the person in its own rows and was written in them before, by the audit log. */
export async function listPersonFacts(db: Database, rows: PersonRows): Promise<Record<string, unknown>[]> {
  const own = [
    ...(await db.select().from(contacts).where(inArray(contacts.id, rows.contactIds))),
    ...(await db.select().from(customers).where(inArray(customers.id, rows.customerIds))),
    ...(await db
      .select({ name: members.name, email: members.email })
      .from(members)
      .where(inArray(members.id, rows.memberIds))),
    ...(await db
      .select({ name: invitations.name, email: invitations.email })
      .from(invitations)
      .where(inArray(invitations.id, rows.invitationIds))),
  ];
  const audited = await listOwnAuditEntries(db, rows);
  const facts = [...own, ...audited.flatMap(({ before, after }) => [before, after])];
  return facts.filter((each): each is Record<string, unknown> => typeof each === "object" && each !== null);
}

/** The audit entries about the person's own rows. */
export async function listOwnAuditEntries(db: Database, rows: PersonRows) {
  const about = (subject: string, ids: readonly number[]) =>
    and(eq(auditLog.subject, subject), inArray(auditLog.subjectId, ids.map(String)));
  return db
    .select()
    .from(auditLog)
    .where(
      or(
        about("contact", rows.contactIds),
        about("customer", rows.customerIds),
        about("member", rows.memberIds),
        about("invitation", rows.invitationIds),
      ),
    );
}

/** The merges, undone ones too, that kept what was known of one of these contacts. */
export async function listMergesOfContacts(db: Database, contactIds: readonly number[]) {
  return db
    .select({ id: customerMerges.id, moved: customerMerges.moved })
    .from(customerMerges)
    .where(
      sql`exists (select from jsonb_array_elements(${customerMerges.moved} -> 'joined') as pair
        where (pair ->> 'id')::bigint = any(${idArray(contactIds)})
          or (pair ->> 'intoId')::bigint = any(${idArray(contactIds)}))`,
    );
}
