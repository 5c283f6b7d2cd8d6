import type { Database } from "@/db/client";
import {
  findContacts,
  findCustomersByName,
  listSimilarContacts,
  listSimilarCustomers,
} from "@/db/queries/search";
import { isMisspellingOf } from "@/lib/pipeline/misspelling";
import { plainKey, withoutAccents } from "@/lib/pipeline/without-accents";

/** Found as typed at least so often, nobody is taken to have mistyped. */
const enough = 3;

/** So many names that share letters with a search are looked at more closely. */
export const likest = 60;

type Asked = { search: string; limit: number };
type Named = { id: number; nameKey: string };

async function orMisspelt<Row extends Named>(
  { search, limit }: Asked,
  { find, listSimilar }: Record<"find" | "listSimilar", (asked: Asked) => Promise<Row[]>>,
): Promise<Row[]> {
  const found = await find({ search, limit });
  const key = plainKey(search);
  if (found.length >= Math.min(enough, limit) || !/\p{L}{4}/u.test(key)) return found;
  const similar = await listSimilar({ search, limit: likest });
  const meant = similar.filter((row) => isMisspellingOf(key, withoutAccents(row.nameKey)));
  const all = new Map([...found, ...meant].map((row) => [row.id, row]));
  return [...all.values()].slice(0, limit);
}

/** Customers by name, accents aside, and where hardly any has it, those whose name it may be with a typing error. */
export function searchCustomers(db: Database, asked: Asked) {
  return orMisspelt(asked, {
    find: (each) => findCustomersByName(db, each),
    listSimilar: (each) => listSimilarCustomers(db, each),
  });
}

/** The same of contacts, found by e-mail address or phone number too. */
export function searchContacts(db: Database, asked: Asked) {
  return orMisspelt(asked, {
    find: (each) => findContacts(db, each),
    listSimilar: (each) => listSimilarContacts(db, each),
  });
}
