import type { Database } from "@/db/client";
import { getSurvivorId } from "@/db/queries/survivors";
import type { Acting } from "@/lib/acting";
import { addContact, type ContactFacts } from "./change-contact";

/**
 * Adds a contact to the customer one saw, or to the one it is part of by now, as a conversation is logged there.
 *
 * @returns the customer's id. @throws RuleError as addContact.
 */
export async function addContactToSurvivor(
  db: Database,
  { customerId, ...added }: Acting & ContactFacts & { customerId: number },
): Promise<number> {
  const survivorId = (await getSurvivorId(db, "customer", customerId)) ?? customerId;
  await addContact(db, { ...added, customerId: survivorId });
  return survivorId;
}
