import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog, contacts, customers, invitations, members } from "@/db/schema";
import { mayMention } from "./plain-text";

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

/** These ids as a set of SQL, however many they are. */
export const among = (ids: readonly number[]) =>
  sql`(select value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;

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

/** A column that can hold a text: `json` ones hold texts within. */
export type TextColumn = { table: string; column: string; kind: "text" | "json" | "array" };

/** Every column of every table that can hold a text, by the catalog: those of a table made tomorrow too. */
export async function listTextColumns(db: Database): Promise<TextColumn[]> {
  const rows = await db.execute<TextColumn>(sql`
    select c.relname::text as table, a.attname::text as column,
      case when t.typname in ('json', 'jsonb') then 'json' when t.typname = '_text' then 'array' else 'text' end as kind
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      and t.typname in ('text', 'varchar', 'json', 'jsonb', '_text')
    order by 1, 2`);
  return [...rows];
}

/** The rows of a table whose column matches, each by where it lies. */
export async function listMatches(db: Database, { table, column, kind }: TextColumn, pattern: string) {
  const held = sql.identifier(column);
  const text = kind === "array" ? sql`to_jsonb(${held})::text` : sql`${held}::text`;
  const rows = await db.execute<{ place: string; value: string }>(sql`
    select ctid::text as place, to_jsonb(${held})::text as value from ${sql.identifier(table)}
    where ${mayMention(text, pattern)} for update`);
  return [...rows].map(({ place, value }) => ({ place, value: JSON.parse(value) as unknown }));
}

/** Writes a column of one row, found by where it lies. */
export async function writeValue(
  db: Database,
  { table, column, kind }: TextColumn,
  place: string,
  value: unknown,
): Promise<string> {
  const written =
    kind === "text"
      ? sql`${String(value)}`
      : kind === "json"
        ? sql`${JSON.stringify(value)}::text::jsonb`
        : sql`array(select jsonb_array_elements_text(${JSON.stringify(value)}::text::jsonb))`;
  const [row] = await db.execute<{ place: string }>(sql`
    update ${sql.identifier(table)} set ${sql.identifier(column)} = ${written}
    where ctid = ${place}::tid returning ctid::text as place`);
  if (!row) throw new Error(`A locked row of ${table} is gone.`);
  return row.place;
}

/** Others who are called so or reached so: whoever they are, they are not erased along. */
export async function listNamesakes(db: Database, rows: PersonRows, pattern: string): Promise<string[]> {
  const found = await db.execute<{ is: string }>(sql`
    select 'Contact “' || contacts.name || '” at ' || customers.name as is
    from contacts join customers on customers.id = contacts.customer_id
    where contacts.id not in ${among(rows.contactIds)}
      and (${mayMention(contacts.name, pattern)} or ${mayMention(contacts.email, pattern)}
        or ${mayMention(contacts.phone, pattern)})
    union all
    select 'Customer “' || name || '”' from customers
    where id not in ${among(rows.customerIds)} and ${mayMention(customers.name, pattern)}
    union all
    select 'Member “' || name || '”' from members
    where id not in ${among(rows.memberIds)} and (${mayMention(members.name, pattern)} or ${mayMention(members.email, pattern)})
    order by 1 limit 20`);
  return [...found].map((row) => row.is);
}

/** The person's own rows as they stand, without what proves who signs in. */
export async function listHeldRows(db: Database, { contactIds, customerIds, memberIds }: PersonRows) {
  const signedIn = await db.execute(sql`
    select member_id, created_at, last_seen_at, user_agent from sessions where member_id in ${among(memberIds)}`);
  return {
    contacts: await db.select().from(contacts).where(inArray(contacts.id, contactIds)),
    customers: await db.select().from(customers).where(inArray(customers.id, customerIds)),
    members: (await db.select().from(members).where(inArray(members.id, memberIds))).map(
      ({ passwordHash, ...member }) => member,
    ),
    sessions: [...signedIn],
  };
}
