import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { listMatches, listTextColumns, type TextColumn, writeValue } from "@/db/queries/person-traces";
import { mayMention } from "@/db/queries/plain-text";
import { conversations, deals, listFilters } from "@/db/schema";
import { freeName } from "@/lib/customers/free-name";
import { nameKey } from "@/lib/pipeline/name-key";
import { roles } from "@/lib/pipeline/role";
import {
  erasedWord,
  jsonWithoutPerson,
  type PersonMarks,
  personPattern,
  withoutPerson,
} from "./person-pattern";

// What others are called stays: a namesake is somebody else, and a stage or the team is nobody.
const namesOfOthers = new Set([
  ...["contacts.name", "contacts.name_key", "contacts.email", "contacts.phone"],
  ...["customers.name", "customers.name_key", "members.name", "members.name_key", "members.email"],
  ...[
    "stages.name",
    "stages.name_key",
    "topics.name",
    "topics.name_key",
    "channels.name",
    "channels.name_key",
  ],
  ...["team.name", "deals.name", "deals.name_key", "conversations.note", "conversations.reference"],
  ...["list_filters.search", "list_filters.list"],
]);

/** Whether a mention in this column is looked for column by column; the others are handled by name. */
export function isSwept({ table, column }: TextColumn): boolean {
  return !namesOfOthers.has(`${table}.${column}`);
}

async function eraseInDeals(tx: Database, pattern: string): Promise<number> {
  const named = await tx.select().from(deals).where(mayMention(deals.name, pattern));
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
  const found = await tx
    .select({ id: conversations.id, note: conversations.note })
    .from(conversations)
    .where(mayMention(conversations.note, pattern));
  for (const { id, note } of found)
    await tx
      .update(conversations)
      .set({ note: withoutPerson(note, pattern), version: sql`${conversations.version} + 1` })
      .where(eq(conversations.id, id));
  await tx
    .update(conversations)
    .set({ reference: sql`'erased-' || ${conversations.id}` })
    .where(mayMention(conversations.reference, pattern));
  return found.map(({ id }) => id);
}

// An address writes spaces and accents in its own way, so what it says is read first.
async function eraseInFilters(tx: Database, pattern: string): Promise<void> {
  for (const { memberId, list, search } of await tx.select().from(listFilters)) {
    const said = decodeURIComponent(search.replaceAll("+", " ").replace(/%(?![0-9a-f]{2})/gi, "%25"));
    if (withoutPerson(said, pattern) === said) continue;
    await tx
      .delete(listFilters)
      .where(sql`${listFilters.memberId} = ${memberId} and ${listFilters.list} = ${list}`);
  }
}

// As a text is written within JSON, where a quotation mark has a backslash before it.
function asJson({ names, emails, phones }: PersonMarks): PersonMarks {
  const written = (texts: Set<string>) =>
    new Set([...texts].map((text) => JSON.stringify(text).slice(1, -1)));
  return { names: written(names), emails: written(emails), phones };
}

/**
 * Takes a person out of every text of every table: mentions in notes and their versions, reasons, titles,
 * reports, names of deals and of files, and what the audit log tells before and after.
 *
 * @returns the conversations whose note changed, each in a new version that is still to be kept, and how many
 * other texts did.
 */
export async function eraseMentions(tx: Database, marks: PersonMarks) {
  const pattern = personPattern(marks);
  if (pattern === undefined) return { noteIds: [], texts: 0 };
  const withinJson = personPattern(asJson(marks)) ?? pattern;
  const noteIds = await eraseInNotes(tx, pattern);
  let texts = await eraseInDeals(tx, pattern);
  await eraseInFilters(tx, pattern);
  for (const column of (await listTextColumns(tx)).filter(isSwept)) {
    const looked = column.kind === "text" ? pattern : withinJson;
    for (const { place, value } of await listMatches(tx, column, looked)) {
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
