import type { Database } from "@/db/client";
import {
  findContacts,
  findContactsByPlainName,
  findCustomersByName,
  findCustomersByPlainName,
  listSimilarContacts,
  listSimilarCustomers,
} from "@/db/queries/search";
import { isMisspellingOf } from "@/lib/pipeline/misspelling";
import { nameKey } from "@/lib/pipeline/name-key";

/** Found as typed at least so often, nobody is taken to have mistyped. */
const enough = 3;

/** So many names that share letters with a search are looked at more closely. */
export const likest = 60;

type Asked = { search: string; limit: number };
type Named = { id: number; nameKey: string };

async function orMisspelt<Row extends Named>(
  { search, limit }: Asked,
  {
    find,
    findPlain,
    listSimilar,
  }: Record<"find" | "findPlain" | "listSimilar", (asked: Asked) => Promise<Row[]>>,
): Promise<Row[]> {
  const found = await find({ search, limit });
  const key = nameKey(search);
  if (found.length >= Math.min(enough, limit) || !/\p{L}{4}/u.test(key)) return found;
  const [plain, similar] = await Promise.all([
    // It looks at every name, so it is asked only where nothing is called as typed.
    found.length === 0 ? findPlain({ search, limit }) : [],
    listSimilar({ search, limit: likest }),
  ]);
  const meant = similar.filter((row) => isMisspellingOf(key, row.nameKey));
  const all = new Map([...found, ...plain, ...meant].map((row) => [row.id, row]));
  return [...all.values()].slice(0, limit);
}

/**
 * Customers by name as typed, and where hardly any has it, those whose name it may be with a typing error; where none
 * has it, also those that have it but for accents.
 */
export function lookUpCustomers(db: Database, asked: Asked) {
  return orMisspelt(asked, {
    find: (each) => findCustomersByName(db, each),
    findPlain: (each) => findCustomersByPlainName(db, each),
    listSimilar: (each) => listSimilarCustomers(db, each),
  });
}

/** The same of contacts, found as typed by e-mail address or phone number too. */
export function lookUpContacts(db: Database, asked: Asked) {
  return orMisspelt(asked, {
    find: (each) => findContacts(db, each),
    findPlain: (each) => findContactsByPlainName(db, each),
    listSimilar: (each) => listSimilarContacts(db, each),
  });
}
