import { eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { PersonRows } from "@/db/queries/person-traces";
import { contacts, customers, quarantinedEntries } from "@/db/schema";
import { quarantinedValues } from "@/lib/log/read-quarantined";
import { nameKey } from "@/lib/pipeline/name-key";
import { recordId } from "@/lib/record-id";
import type { PersonMarks } from "./person-pattern";

async function customersOfContacts(db: Database, contactIds: readonly number[]) {
  return db
    .selectDistinct({ id: customers.id, nameKey: customers.nameKey })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(inArray(contacts.id, [...contactIds]));
}

/**
 * What the devices of removed members sent about a contact or a customer, decided on or not: its conversation is
 * among `talkIds`, or it names the customer, or the contact of that customer. To be called while the person's rows
 * still have their names.
 */
export async function listQuarantinedOf(
  db: Database,
  { rows, marks, talkIds }: { rows: PersonRows; marks: PersonMarks; talkIds: readonly number[] },
) {
  const names = new Set([...marks.names].map(nameKey));
  const isCalledSo = (text: string) => names.has(nameKey(text));
  const theirCustomers = await customersOfContacts(db, rows.contactIds);
  const isTheirs = ({ entry, conversationId }: typeof quarantinedEntries.$inferSelect): boolean => {
    if (conversationId !== null && talkIds.includes(conversationId)) return true;
    const { customer, customerId, contactName } = quarantinedValues({ entry });
    const id = recordId(customerId);
    if (rows.customerIds.length > 0)
      return id === undefined ? isCalledSo(customer) : rows.customerIds.includes(id);
    const isAtTheirs = theirCustomers.some((one) =>
      id === undefined ? one.nameKey === nameKey(customer) : one.id === id,
    );
    return isAtTheirs && isCalledSo(contactName);
  };
  const found = (await db.select().from(quarantinedEntries)).filter(isTheirs);
  return found.map((row) => ({ id: row.id, values: quarantinedValues(row) }));
}
