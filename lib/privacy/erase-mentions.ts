import { and, eq, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { listMatches, listTextColumns, writeValue } from "@/db/queries/person-texts";
import { mayMention } from "@/db/queries/plain-text";
import { conversations, deals, listFilters } from "@/db/schema";
import { freeName } from "@/lib/customers/free-name";
import { nameKey } from "@/lib/pipeline/name-key";
import { roles } from "@/lib/pipeline/role";
import { filtersOf, isSwept, patternsOf } from "./list-mentions";
import { erasedWord, jsonWithoutPerson, mentions, type PersonMarks, withoutPerson } from "./person-pattern";

async function eraseInDeals(tx: Database, pattern: string): Promise<number> {
  const found = await tx.select().from(deals).where(mayMention(deals.name, pattern));
  const named = found.filter(({ name }) => mentions(name ?? "", pattern));
  for (const { id, customerId, name } of named) {
    const others = await tx.select().from(deals).where(eq(deals.customerId, customerId));
    const taken = new Set(others.flatMap((deal) => (deal.id === id ? [] : (deal.nameKey ?? []))));
    const free = freeName(withoutPerson(name ?? "", pattern), taken);
    await tx
      .update(deals)
      .set({ name: free, nameKey: nameKey(free) })
      .where(eq(deals.id, id));
  }
  return named.length;
}

async function eraseInNotes(tx: Database, pattern: string): Promise<number[]> {
  const said = { id: conversations.id, note: conversations.note, reference: conversations.reference };
  const found = await tx
    .select(said)
    .from(conversations)
    .where(or(mayMention(conversations.note, pattern), mayMention(conversations.reference, pattern)));
  for (const { id } of found.filter(({ reference }) => mentions(reference ?? "", pattern)))
    await tx
      .update(conversations)
      .set({ reference: `erased-${id}` })
      .where(eq(conversations.id, id));
  const noted = found.filter(({ note }) => mentions(note, pattern));
  for (const { id, note } of noted)
    await tx
      .update(conversations)
      .set({ note: withoutPerson(note, pattern), version: sql`${conversations.version} + 1` })
      .where(eq(conversations.id, id));
  return noted.map(({ id }) => id);
}

async function eraseInFilters(tx: Database, pattern: string): Promise<void> {
  for (const { memberId, list } of await filtersOf(tx, pattern))
    await tx.delete(listFilters).where(and(eq(listFilters.memberId, memberId), eq(listFilters.list, list)));
}

/**
 * Takes a person out of every text of every table: mentions in notes and their versions, reasons, titles,
 * reports, names of deals and of files, and what the audit log tells before and after.
 *
 * @returns the conversations whose note changed, each in a new version that is still to be kept, and how many
 * other texts did.
 */
export async function eraseMentions(tx: Database, marks: PersonMarks) {
  const looked = patternsOf(marks);
  if (!looked) return { noteIds: [], texts: 0 };
  const { pattern, inColumn } = looked;
  const noteIds = await eraseInNotes(tx, pattern);
  let texts = await eraseInDeals(tx, pattern);
  await eraseInFilters(tx, pattern);
  for (const column of (await listTextColumns(tx)).filter(isSwept)) {
    for (const { place, value } of await listMatches(tx, column, inColumn(column), { isLocking: true })) {
      const erased = jsonWithoutPerson(value, pattern);
      if (JSON.stringify(erased) === JSON.stringify(value)) continue;
      await writeValue(tx, column, place, erased);
      texts += 1;
    }
  }
  return { noteIds, texts };
}

/** Takes what the audit log keeps of a person's own rows out of its entries; that something was done stays. */
export function withoutFacts(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const facts = ["name", "nameKey", "email", "phone", "role"];
  const kept: readonly string[] = ["", ...roles];
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      facts.includes(key) && typeof item === "string" && !kept.includes(item) ? erasedWord : item,
    ]),
  );
}
