import { and, inArray, ne, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, conversationVersions, followUpSnoozes } from "@/db/schema";
import { idArray } from "./id-array";
import type { PersonRows } from "./person-traces";

const idList = (rows: Iterable<{ id: number }>) => [...rows].map(({ id }) => id);

/**
 * The conversations that were ever with the person, in any version. What a merge had made of one, the undoing of
 * which gave it back, says nothing: such a version is read as if it had never been moved. Nor does whom it had
 * joined one with, where that one returned by another undoing.
 */
export async function listPersonTalks(
  db: Database,
  { contactIds, customerIds }: Pick<PersonRows, "contactIds" | "customerIds">,
): Promise<number[]> {
  const found = await db.execute<{ id: number }>(sql`
    with recursive undone as (
      select id, from_id, into_id, merged_at, undone_at, null::bigint as only_with
      from customer_merges where undone_at is not null
      union all
      select id, into_id, into_id, merged_at, (pair ->> 'at')::timestamptz, (pair ->> 'intoId')::bigint
      from customer_merges, jsonb_array_elements(moved -> 'parted') as pair
    ), pairs as (
      select customer_merges.id as merge, (pair ->> 'id')::bigint as own, (pair ->> 'intoId')::bigint as other
      from customer_merges, jsonb_array_elements(moved -> 'joined') as pair where undone_at is not null
      union all
      select customer_merges.id, (pair ->> 'id')::bigint, (pair ->> 'intoId')::bigint
      from customer_merges, jsonb_array_elements(moved -> 'parted') as pair
    ), asked_contacts as (
      select id from unnest(${idArray(contactIds)}) as own (id)
      union select pairs.other from pairs join asked_contacts on asked_contacts.id = pairs.own
    ), asked_customers as (
      select id from unnest(${idArray(customerIds)}) as own (id)
      union select undone.into_id from undone join asked_customers on asked_customers.id = undone.from_id
    ), said as (
      select conversation_id, version, saved_at, customer_id, contact_id, 0 as times
      from conversation_versions
      where contact_id in (select id from asked_contacts) or customer_id in (select id from asked_customers)
      union all
      select said.conversation_id, said.version, said.saved_at, undone.from_id,
        coalesce(pairs.own, said.contact_id), said.times + 1
      from said
      join undone on undone.into_id = said.customer_id and said.saved_at >= undone.merged_at
        and (undone.only_with is null or undone.only_with = said.contact_id)
      join conversation_versions as back on back.conversation_id = said.conversation_id
        and back.version > said.version and back.act = 'undone' and back.saved_at = undone.undone_at
        and back.customer_id = undone.from_id
      left join pairs on pairs.merge = undone.id and pairs.other = said.contact_id
    ), meant as (
      select distinct on (conversation_id, version) conversation_id, customer_id, contact_id
      from said order by conversation_id, version, times desc
    )
    select distinct conversation_id::float8 as id from meant
    where contact_id = any(${idArray(contactIds)}) or customer_id = any(${idArray(customerIds)})`);
  return idList(found);
}

/** Whether a version of these conversations has a note. */
export async function hasNotes(db: Database, ids: readonly number[]): Promise<boolean> {
  const found = await db
    .select({ id: conversationVersions.conversationId })
    .from(conversationVersions)
    .where(
      and(
        sql`${conversationVersions.conversationId} = any(${idArray(ids)})`,
        ne(conversationVersions.note, ""),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** Blanks the notes of conversations in all their versions, and the reasons their follow-ups were snoozed for. */
export async function blankTalks(
  db: Database,
  ids: readonly number[],
  erasedWord: string,
): Promise<number[]> {
  const changed = await db
    .update(conversations)
    .set({ note: "", version: sql`${conversations.version} + 1` })
    .where(inArray(conversations.id, [...ids]))
    .returning({ id: conversations.id });
  await db
    .update(conversationVersions)
    .set({ note: "" })
    .where(inArray(conversationVersions.conversationId, [...ids]));
  await db
    .update(followUpSnoozes)
    .set({ reason: erasedWord })
    .where(inArray(followUpSnoozes.conversationId, [...ids]));
  return idList(changed);
}

/** Forgets what forms these conversations were sent as: by a hash of it one could tell whether a guess is right. */
export async function forgetSentForms(db: Database, ids: readonly number[]): Promise<void> {
  await db
    .update(conversations)
    .set({ sentHash: null })
    .where(inArray(conversations.id, [...ids]));
}

/**
 * A page of the conversations that are about the person or mention them, each with all its versions.
 *
 * @param talkIds those that were with the person, or a note of which mentions them.
 */
export async function listHeldTalks(
  db: Database,
  { memberIds }: Pick<PersonRows, "memberIds">,
  { talkIds, afterId, limit }: { talkIds: readonly number[]; afterId: number; limit: number },
) {
  const about = or(
    sql`${conversationVersions.conversationId} = any(${idArray(talkIds)})`,
    inArray(conversationVersions.heldById, memberIds),
    inArray(conversationVersions.savedById, memberIds),
  );
  const ids = await db
    .selectDistinct({ id: conversationVersions.conversationId })
    .from(conversationVersions)
    .where(and(about, sql`${conversationVersions.conversationId} > ${afterId}`))
    .orderBy(conversationVersions.conversationId)
    .limit(limit);
  const versions = await db
    .select()
    .from(conversationVersions)
    .where(inArray(conversationVersions.conversationId, idList(ids)))
    .orderBy(conversationVersions.conversationId, conversationVersions.version);
  return { lastId: ids.at(-1)?.id, versions };
}
