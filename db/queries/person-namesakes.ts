import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mayMention } from "@/db/plain-text";
import { contacts, customers, members } from "@/db/schema";
import { idArray } from "./id-array";
import type { PersonRows } from "./person-traces";

/** Somebody or something that may be called so: who or what it is, and the texts that may say so. */
export type Called = { is: string; texts: string[] };

async function called(db: Database, query: SQL): Promise<Called[]> {
  const rows = await db.execute<{ is: string; texts: string }>(query);
  return [...rows].map(({ is, texts }) => ({ is, texts: JSON.parse(texts) as string[] }));
}

/** Others who may be called so or reached so: whoever they are, they are not erased along. */
export async function listNamesakes(
  db: Database,
  rows: PersonRows,
  pattern: string | undefined,
): Promise<Called[]> {
  return called(
    db,
    sql`
    select 'Contact “' || contacts.name || '” at ' || customers.name as is,
      jsonb_build_array(contacts.name, contacts.email, contacts.phone)::text as texts
    from contacts join customers on customers.id = contacts.customer_id
    where contacts.id <> all(${idArray(rows.contactIds)})
      and (${mayMention(contacts.name, pattern)} or ${mayMention(contacts.email, pattern)}
        or ${mayMention(contacts.phone, pattern)})
    union all
    select 'Customer “' || name || '”', jsonb_build_array(name)::text from customers
    where id <> all(${idArray(rows.customerIds)}) and ${mayMention(customers.name, pattern)}
    union all
    select 'Member “' || name || '”', jsonb_build_array(name, coalesce(email, ''))::text from members
    where id <> all(${idArray(rows.memberIds)})
      and (${mayMention(members.name, pattern)} or ${mayMention(members.email, pattern)})
    order by 1`,
  );
}

/** The stages, topics and channels, and the team, that may have the person's name in theirs. */
export async function listNamedAfter(db: Database, pattern: string | undefined): Promise<Called[]> {
  return called(
    db,
    sql`
    select what || ' “' || name || '”' as is, jsonb_build_array(name)::text as texts
    from (
      select 'Stage' as what, name from stages union all select 'Topic', name from topics
      union all select 'Channel', name from channels union all select 'Team', name from team
    ) as things
    where ${mayMention(sql`name`, pattern)}
    order by 1`,
  );
}
