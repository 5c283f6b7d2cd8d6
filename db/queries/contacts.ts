import { eq } from "drizzle-orm";
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
