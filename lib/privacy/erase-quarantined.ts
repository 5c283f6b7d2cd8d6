import { eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { PersonRows } from "@/db/queries/person-traces";
import { contacts, customers, quarantinedEntries } from "@/db/schema";
import { quarantinedValues } from "@/lib/log/read-quarantined";
import { idIn } from "@/lib/log/read-said";
import { nameKey } from "@/lib/pipeline/name-key";
import type { PersonMarks } from "./person-pattern";

async function customersOfContacts(tx: Database, contactIds: readonly number[]) {
  return tx
    .selectDistinct({ id: customers.id, nameKey: customers.nameKey })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(inArray(contacts.id, [...contactIds]));
}

/**
 * Blanks the notes of what the devices of removed members sent about a contact or a customer, decided on or not:
 * its conversation is among `talkIds`, or it names the customer, or the contact of that customer. To be called
 * while the person's rows still have their names.
 */
export async function blankQuarantined(
  tx: Database,
  { rows, marks, talkIds }: { rows: PersonRows; marks: PersonMarks; talkIds: readonly number[] },
): Promise<void> {
  const names = new Set([...marks.names].map(nameKey));
  const isCalledSo = (text: string) => names.has(nameKey(text));
  const theirCustomers = await customersOfContacts(tx, rows.contactIds);
  const isTheirs = ({ entry, conversationId }: typeof quarantinedEntries.$inferSelect): boolean => {
    if (conversationId !== null && talkIds.includes(conversationId)) return true;
    const { customer, customerId, contactName } = quarantinedValues({ entry });
    const id = idIn(customerId);
    if (rows.customerIds.length > 0)
      return id === undefined ? isCalledSo(customer) : rows.customerIds.includes(id);
    const isAtTheirs = theirCustomers.some((one) =>
      id === undefined ? one.nameKey === nameKey(customer) : one.id === id,
    );
    return isAtTheirs && isCalledSo(contactName);
  };
  for (const row of (await tx.select().from(quarantinedEntries)).filter(isTheirs)) {
    const entry = { ...quarantinedValues(row), note: "" };
    await tx.update(quarantinedEntries).set({ entry }).where(eq(quarantinedEntries.id, row.id));
  }
}
