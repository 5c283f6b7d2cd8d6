import { isDeepStrictEqual } from "node:util";
import { and, eq, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mayMention } from "@/db/plain-text";
import { onlyWithin, writeValue } from "@/db/queries/person-texts";
import { conversations, deals, listFilters } from "@/db/schema";
import { freeName } from "@/lib/customers/free-name";
import { nameKey } from "@/lib/pipeline/name-key";
import type { FoundPerson } from "./find-person";
import { filtersOf, type Sought, seek, sweepMentions } from "./list-mentions";
import { mentions, type PersonFinder, withoutPerson } from "./person-pattern";

async function listDealsCalledSo(db: Database, { looked: { pattern, searched }, within }: Sought) {
  const found = await db
    .select()
    .from(deals)
    .where(onlyWithin("deals", within, mayMention(deals.name, searched)));
  return found.filter(({ name }) => mentions(name ?? "", pattern));
}

async function eraseInDeals(tx: Database, sought: Sought): Promise<number> {
  const named = await listDealsCalledSo(tx, sought);
  for (const { id, customerId, name } of named) {
    const others = await tx.select().from(deals).where(eq(deals.customerId, customerId));
    const taken = new Set(others.flatMap((deal) => (deal.id === id ? [] : (deal.nameKey ?? []))));
    const free = freeName(withoutPerson(name ?? "", sought.looked.pattern), taken);
    await tx
      .update(deals)
      .set({ name: free, nameKey: nameKey(free) })
      .where(eq(deals.id, id));
  }
  return named.length;
}

/** The conversations whose reference or whose note says the person; the notes of those with the person go whole. */
async function listSaid(
  db: Database,
  { looked: { pattern, searched }, within }: Sought,
  { talkIds }: FoundPerson,
) {
  const said = { id: conversations.id, note: conversations.note, reference: conversations.reference };
  const found = await db
    .select(said)
    .from(conversations)
    .where(
      onlyWithin(
        "conversations",
        within,
        or(mayMention(conversations.note, searched), mayMention(conversations.reference, searched)),
      ),
    );
  const own = new Set(talkIds);
  return {
    referred: found.filter(({ reference }) => mentions(reference ?? "", pattern)),
    noted: found.filter(({ id, note }) => !own.has(id) && mentions(note, pattern)),
  };
}

async function eraseInNotes(tx: Database, sought: Sought, found: FoundPerson): Promise<number[]> {
  const { referred, noted } = await listSaid(tx, sought, found);
  for (const { id } of referred)
    await tx
      .update(conversations)
      .set({ reference: `erased-${id}` })
      .where(eq(conversations.id, id));
  for (const { id, note } of noted)
    await tx
      .update(conversations)
      .set({ note: withoutPerson(note, sought.looked.pattern), version: sql`${conversations.version} + 1` })
      .where(eq(conversations.id, id));
  return noted.map(({ id }) => id);
}

async function eraseInFilters(tx: Database, pattern: PersonFinder): Promise<void> {
  for (const { memberId, list } of await filtersOf(tx, pattern))
    await tx.delete(listFilters).where(and(eq(listFilters.memberId, memberId), eq(listFilters.list, list)));
}

/** Looks for the person in every text of every table while everybody goes on writing. */
export async function findMentions(tx: Database, { marks }: FoundPerson) {
  return { marks, sought: await seek(tx, marks) };
}

/**
 * Takes a person out of every text of every table: mentions in notes and their versions, reasons, titles,
 * reports, names of deals and of files, and what the audit log tells before and after.
 *
 * @param known what `findMentions` found in this transaction; where the person has another name or the like since,
 * all is looked through again.
 * @returns the conversations whose note changed, each in a new version that is still to be kept, and how many
 * other texts did.
 */
export async function eraseMentions(
  tx: Database,
  found: FoundPerson,
  known: Awaited<ReturnType<typeof findMentions>>,
) {
  const sought = isDeepStrictEqual(found.marks, known.marks) ? known.sought : await seek(tx, found.marks);
  if (!sought) return { noteIds: [], texts: 0 };
  const noteIds = await eraseInNotes(tx, sought, found);
  let texts = await eraseInDeals(tx, sought);
  await eraseInFilters(tx, sought.looked.pattern);
  for await (const { column, place, erased } of sweepMentions(tx, sought, found, { isErasing: true })) {
    await writeValue(tx, column, place, erased);
    texts += 1;
  }
  return { noteIds, texts };
}

/** Of how many conversations the notes, and how many other texts, erasing a person would change. */
export async function countErased(db: Database, found: FoundPerson) {
  const own = found.talkIds.length;
  const sought = await seek(db, found.marks);
  if (!sought) return { notes: own, texts: 0 };
  const { noted } = await listSaid(db, sought, found);
  let texts = (await listDealsCalledSo(db, sought)).length;
  for await (const _ of sweepMentions(db, sought, found, { isErasing: false })) texts += 1;
  return { notes: own + noted.length, texts };
}
