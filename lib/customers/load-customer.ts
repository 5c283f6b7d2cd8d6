import { notFound, redirect } from "next/navigation";
import type { Database } from "@/db/client";
import type { Customer } from "@/db/queries/customers";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import { recordId } from "@/lib/record-id";
import { customerAddress } from "./customer-address";

/**
 * The customer that a part of an address names. The address of one that was merged leads to the page of the
 * one it is part of now; no such customer: the page is not found.
 */
export async function loadCustomer(db: Database, idText: string): Promise<Customer> {
  const id = recordId(idText);
  const customer = id === undefined ? undefined : await getSurvivingCustomer(db, id);
  if (!customer) notFound();
  if (customer.id !== id) redirect(customerAddress(customer.id));
  return customer;
}
