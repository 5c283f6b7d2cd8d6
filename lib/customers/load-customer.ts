import { notFound } from "next/navigation";
import type { Database } from "@/db/client";
import { type Customer, getCustomer } from "@/db/queries/customers";
import { recordId } from "@/lib/record-id";

/** The customer that a part of an address names; no such customer: the page is not found. */
export async function loadCustomer(db: Database, idText: string): Promise<Customer> {
  const id = recordId(idText);
  const customer = id === undefined ? undefined : await getCustomer(db, id);
  return customer ?? notFound();
}
