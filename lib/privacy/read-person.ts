import type { Route } from "next";
import type { Database } from "@/db/client";
import { getContact } from "@/db/queries/contacts";
import { getCustomer } from "@/db/queries/customers";
import { getMemberName } from "@/db/queries/members";
import { customerAddress } from "@/lib/customers/customer-address";
import { pageAddress } from "@/lib/page-address";
import { recordAt } from "@/lib/record-id";
import type { Person } from "./find-person";

/** A person as an address names them: what they are called, and the page of theirs in the team. */
export type NamedPerson = Person & { name: string; page: Route };

async function findNamed(db: Database, kind: string, id: number): Promise<NamedPerson | undefined> {
  if (kind === "contact") {
    const contact = await getContact(db, id);
    const page = pageAddress(`/customers/${contact?.customerId}/contacts/${id}`);
    return contact && { kind, id, name: contact.name, page };
  }
  if (kind === "customer") {
    const customer = await getCustomer(db, id);
    return customer && { kind, id, name: customer.name, page: customerAddress(id) };
  }
  if (kind !== "member") return undefined;
  const name = await getMemberName(db, id);
  return name === undefined ? undefined : { kind, id, name, page: pageAddress(`/settings/members/${id}`) };
}

/** The person an address names; undefined when there is none. */
export async function readPerson(
  db: Database,
  { kind, id: idText }: { kind: string; id: string },
): Promise<NamedPerson | undefined> {
  return recordAt(idText, (id) => findNamed(db, kind, id));
}
