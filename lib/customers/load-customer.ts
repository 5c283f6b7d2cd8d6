import { redirect } from "next/navigation";
import { cache } from "react";
import type { Database } from "@/db/client";
import type { Customer } from "@/db/queries/customers";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import { recordAt } from "@/lib/record-id";
import { customerAddress } from "./customer-address";

/**
 * The customer that a part of an address names, read once for a title and its page. The address of one that was merged
 * leads to the page of the one it is part of now; undefined: there is no such customer.
 */
export const loadCustomer = cache(async (db: Database, idText: string): Promise<Customer | undefined> => {
  const customer = await recordAt(idText, (id) => getSurvivingCustomer(db, id));
  if (customer && String(customer.id) !== idText) redirect(customerAddress(customer.id));
  return customer;
});
