import type { Route } from "next";
import type { Database } from "@/db/client";
import { type FoundCustomer, findCustomersByName, listSimilarCustomers } from "@/db/queries/search";
import { isNearlyNamed } from "@/lib/pipeline/misspelling";
import { nameKey } from "@/lib/pipeline/name-key";
import { likest } from "@/lib/search/look-up-names";
import { customerAddress } from "./customer-address";
import { customerStanding } from "./customer-standing";

/** A customer that a new one's name may mean, and where it is. */
export type NearCustomer = { id: number; name: string; hint: string; href: Route };

const shown = 8;

/**
 * The customers that a name nobody has yet may mean, the nearest first: those it is nearly the name of, and those of
 * a longer name that has all its words, accents aside. None if a customer has exactly that name.
 */
export async function findNearCustomers(db: Database, name: string): Promise<FoundCustomer[]> {
  const key = nameKey(name);
  const [similar, longer] = await Promise.all([
    listSimilarCustomers(db, { search: name, limit: likest }),
    findCustomersByName(db, { search: name, limit: shown }),
  ]);
  if (longer.some((customer) => customer.nameKey === key)) return [];
  const near = similar.filter((customer) => isNearlyNamed(key, customer.nameKey));
  const all = new Map([...near, ...longer].map((customer) => [customer.id, customer]));
  return [...all.values()].slice(0, shown);
}

/** The same with what is shown of each. */
export async function listNearCustomers(db: Database, name: string): Promise<NearCustomer[]> {
  return (await findNearCustomers(db, name)).map((customer) => ({
    id: customer.id,
    name: customer.name,
    hint: customerStanding(customer),
    href: customerAddress(customer.mergedIntoId ?? customer.id),
  }));
}
