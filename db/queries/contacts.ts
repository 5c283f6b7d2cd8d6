import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { contacts } from "@/db/schema";

/** One contact's facts, archived or not; undefined when there is none. */
export async function getContact(db: Database, id: number) {
  const [row] = await db
    .select({
      id: contacts.id,
      customerId: contacts.customerId,
      name: contacts.name,
      role: contacts.role,
      email: contacts.email,
      phone: contacts.phone,
      version: contacts.version,
      archivedAt: contacts.archivedAt,
    })
    .from(contacts)
    .where(eq(contacts.id, id));
  return row;
}

export type OneContact = NonNullable<Awaited<ReturnType<typeof getContact>>>;

/** The id of the customer's contact of that name, archived or not. */
export async function getContactIdByKey(
  db: Database,
  customerId: number,
  key: string,
): Promise<number | undefined> {
  const [row] = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.customerId, customerId), eq(contacts.nameKey, key)));
  return row?.id;
}

/** The customer's contact that an id stands for: that one itself, or its namesake there; undefined: neither is there. */
export async function getContactOrNamesake(
  db: Database,
  customerId: number,
  contactId: number,
): Promise<number | undefined> {
  const [contact] = await db
    .select({ customerId: contacts.customerId, nameKey: contacts.nameKey })
    .from(contacts)
    .where(eq(contacts.id, contactId));
  if (!contact) return undefined;
  return contact.customerId === customerId ? contactId : getContactIdByKey(db, customerId, contact.nameKey);
}
