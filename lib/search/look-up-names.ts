import type { Database } from "@/db/client";
import {
  findContacts,
  findCustomersByName,
  listSimilarContacts,
  listSimilarCustomers,
} from "@/db/queries/search";
import { isMisspellingOf } from "@/lib/pipeline/misspelling";
import { nameKey } from "@/lib/pipeline/name-key";

/** Found as typed at least so often, nobody is taken to have mistyped. */
const enough = 3;

/** So many names that share letters with a search are looked at more closely. */
const likest = 60;

type Asked = { search: string; limit: number };
type Named = { id: number; nameKey: string };

async function orMisspelt<Row extends Named>(
  { search, limit }: Asked,
  find: (asked: Asked) => Promise<Row[]>,
  listSimilar: (asked: Asked) => Promise<Row[]>,
): Promise<Row[]> {
  const found = await find({ search, limit });
  const key = nameKey(search);
  if (found.length >= Math.min(enough, limit) || !/\p{L}{4}/u.test(key)) return found;
  const known = new Set(found.map(({ id }) => id));
  const similar = await listSimilar({ search, limit: likest });
  const meant = similar.filter((row) => !known.has(row.id) && isMisspellingOf(key, row.nameKey));
  return [...found, ...meant].slice(0, limit);
}

/** Customers by name as typed, and where hardly any has it, those whose name it may be with a typing error. */
export function lookUpCustomers(db: Database, asked: Asked) {
  return orMisspelt(
    asked,
    (each) => findCustomersByName(db, each),
    (each) => listSimilarCustomers(db, each),
  );
}

/** Contacts by name, e-mail or phone number, and where hardly any has it, by their name with a typing error. */
export function lookUpContacts(db: Database, asked: Asked) {
  return orMisspelt(
    asked,
    (each) => findContacts(db, each),
    (each) => listSimilarContacts(db, each),
  );
}
