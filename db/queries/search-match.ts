import { and, asc, eq, isNull, like, not, or, type SQL, sql } from "drizzle-orm";
import { type PgColumn, union } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { plainText } from "@/db/plain-text";
import { contacts, customers } from "@/db/schema";
import { nameKey } from "@/lib/pipeline/name-key";
import { searchWords, trigram } from "@/lib/pipeline/named-like";
import { plainKey } from "@/lib/pipeline/without-accents";

type Key = SQL | PgColumn;

const literally = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** `%text%` with its own wildcards taken literally. */
export function containing(text: string): string {
  return `%${literally(text.trim())}%`;
}

function hasWord(key: Key, word: string): SQL | undefined {
  if (word.length >= trigram) return like(key, `%${literally(word)}%`);
  return or(like(key, `${literally(word)}%`), like(key, `% ${literally(word)}%`));
}

/** The rule of lib/pipeline/named-like.ts about the name whose key this is. The index over the keys finds them all. */
export function isNamedLike(key: Key, search: string): SQL | undefined {
  const plain = plainText(key);
  return and(...searchWords(search).map((word) => hasWord(plain, word)));
}

const contactEmail = sql`lower(${contacts.email})`;
const contactDigits = sql`regexp_replace(${contacts.phone}, '\\D', '', 'g')`;

/** Two phone numbers are taken for one when they share so many last digits: most countries have no more behind their code. */
const sharedDigits = 9;

/**
 * The digits of a search by which a phone number is found, however it is written: without the nought that stands
 * for the country, and of a longer number its last nine. Example: +27 82 123 4567 and (082) 123-4567 are both
 * 821234567.
 */
function phoneDigits(search: string): string {
  return search.replace(/\D/g, "").replace(/^0/, "").slice(-sharedDigits);
}

/** A contact one can choose whose name, e-mail or phone number, however it is written, contains the search. */
export function isContactLike(search: string): SQL | undefined {
  const email = nameKey(search);
  const digits = phoneDigits(search);
  return and(
    isNull(contacts.archivedAt),
    or(
      isNamedLike(contacts.nameKey, search),
      email.length >= trigram && !/\s/.test(email) ? like(contactEmail, containing(email)) : undefined,
      digits.length >= trigram && !/\p{L}/u.test(search)
        ? like(contactDigits, containing(digits))
        : undefined,
    ),
  );
}

/** The ids of the customers found by their own name, or by a contact's name, e-mail or phone number. */
export function idsOfCustomersLike(db: Database, search: string) {
  return union(
    db.select({ id: customers.id }).from(customers).where(isNamedLike(customers.nameKey, search)),
    db.select({ id: contacts.customerId }).from(contacts).where(isContactLike(search)),
  );
}

/**
 * The contact by whom a search finds a customer whose own name does not say why, to be joined laterally.
 *
 * @param customer its columns, of the query this is joined to.
 */
export function foundContactOf(db: Database, customer: { id: PgColumn; nameKey: PgColumn }, search: string) {
  const isFound =
    search.trim() === ""
      ? sql`false`
      : and(not(isNamedLike(customer.nameKey, search) ?? sql`false`), isContactLike(search));
  return db
    .select({ name: contacts.name })
    .from(contacts)
    .where(and(eq(contacts.customerId, customer.id), isFound))
    .orderBy(asc(contacts.id))
    .limit(1)
    .as("found");
}

/** The place that lib/pipeline/name-place.ts gives the name whose key this is. */
export function placeOfName(key: Key, search: string): SQL<number> {
  const plain = plainText(key);
  const text = literally(plainKey(search));
  return sql<number>`case when ${key} = ${nameKey(search)} then 0 when ${plain} = ${plainKey(search)} then 1
    when ${plain} like ${`${text}%`} then 2 when ${plain} like ${`% ${text}%`} then 3
    when ${plain} like ${`%${text}%`} then 4 else 5 end`.mapWith(Number);
}
