import { and, eq, inArray, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type AuditAct, insertAuditEntry } from "@/db/queries/audit-log";
import { contacts, customers } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { changedFields } from "@/lib/changed-fields";
import { checkedName } from "@/lib/checked-name";
import { checkedTransaction } from "@/lib/checked-transaction";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";
import { checkMayWrite } from "./change-customer";
import { refuseMerged } from "./refuse-merged";

/** Which contact, in the version that was seen, and at which customer; not given: where it is. */
type SeenContact = { contactId: number; version: number; customerId?: number };

export type ContactFacts = { name: string; role: string; email: string; phone: string };

function checkedFacts({ name, role, email, phone }: ContactFacts) {
  const checked = checkedName(name, "contact");
  return {
    name: checked,
    nameKey: nameKey(checked),
    role: role.trim(),
    email: email.trim(),
    phone: phone.trim(),
  };
}

type StoredContact = typeof contacts.$inferSelect;

async function restore(
  tx: Database,
  known: StoredContact,
  given: ReturnType<typeof checkedFacts>,
): Promise<StoredContact | undefined> {
  const { name, role, email, phone } = given;
  const [restored] = await tx
    .update(contacts)
    .set({
      name,
      // What was left empty was not known to be there.
      role: role || known.role,
      email: email || known.email,
      phone: phone || known.phone,
      archivedAt: null,
      version: known.version + 1,
    })
    .where(eq(contacts.id, known.id))
    .returning();
  return restored;
}

/**
 * Adds a contact to a customer; one of that name who was archived comes back, with these facts where they are given
 * and the stored ones where they are empty.
 *
 * @returns its id. @throws RuleError the name is taken at this customer, empty or too long; the actor only reads.
 */
export async function addContact(
  db: Database,
  { actor, now, customerId, ...facts }: Acting & ContactFacts & { customerId: number },
): Promise<number> {
  checkMayWrite(actor);
  const content = checkedFacts(facts);
  return checkedTransaction(db, async (tx) => {
    const [customer] = await tx
      .select({ id: customers.id, mergedIntoId: customers.mergedIntoId })
      .from(customers)
      .where(eq(customers.id, customerId))
      .for("update");
    if (!customer || customer.mergedIntoId !== null) throw new RuleError("This customer is no longer there.");
    const [known] = await tx
      .select()
      .from(contacts)
      .where(and(eq(contacts.customerId, customerId), eq(contacts.nameKey, content.nameKey)));
    if (known && known.archivedAt === null) throw new RuleError(`“${known.name}” is a contact here already.`);
    const [saved] = known
      ? [await restore(tx, known, content)]
      : await tx
          .insert(contacts)
          .values({ ...content, customerId, createdAt: now })
          .returning();
    if (!saved) throw new Error("A contact was not stored.");
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: known ? "restore contact" : "add contact",
      subject: "contact",
      subjectId: String(saved.id),
      before: known,
      after: saved,
    });
    return saved.id;
  });
}

async function lockCustomerOfContact(tx: Database, contactId: number): Promise<void> {
  const own = tx.select({ id: contacts.customerId }).from(contacts).where(eq(contacts.id, contactId));
  await tx.select({ id: customers.id }).from(customers).where(inArray(customers.id, own)).for("update");
}

// Nobody finds an archived one in the list.
async function refuseTakenName(tx: Database, { id, customerId }: StoredContact, key: string): Promise<void> {
  const isAnothers = and(eq(contacts.customerId, customerId), eq(contacts.nameKey, key), ne(contacts.id, id));
  const [taken] = await tx.select().from(contacts).where(isAnothers);
  if (!taken) return;
  if (taken.archivedAt === null) throw new RuleError(`“${taken.name}” is a contact here already.`);
  throw new RuleError(
    `“${taken.name}” is an archived contact here. Adding a contact of that name takes it back; else choose another name.`,
  );
}

async function change(
  db: Database,
  { actor, contactId, version, customerId }: Acting & SeenContact,
  act: AuditAct,
  changed: Partial<typeof contacts.$inferInsert>,
): Promise<void> {
  checkMayWrite(actor);
  await checkedTransaction(db, async (tx) => {
    // Before the contact, as an import and adding one do.
    await lockCustomerOfContact(tx, contactId);
    const [before] = await tx.select().from(contacts).where(eq(contacts.id, contactId)).for("update");
    // A merge moves a contact, or leaves it behind where nobody sees it any more.
    if (before) await refuseMerged(tx, customerId ?? before.customerId);
    // Also when it is sent again, because only the answer was lost.
    if (before && changedFields(before, changed).length === 0) return;
    if (!before || before.version !== version)
      throw new RuleError("Somebody has changed this contact meanwhile. Look at it as it is now.");
    if (changed.nameKey !== undefined) await refuseTakenName(tx, before, changed.nameKey);
    const [after] = await tx
      .update(contacts)
      .set({ ...changed, version: version + 1 })
      .where(eq(contacts.id, contactId))
      .returning();
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act,
      subject: "contact",
      subjectId: String(contactId),
      before,
      after,
    });
  });
}

/**
 * Changes a contact's facts.
 *
 * @throws RuleError as adding, an archived one's name is taken too; changed since `version`; its customer was merged.
 */
export async function editContact(
  db: Database,
  { name, role, email, phone, ...who }: Acting & ContactFacts & SeenContact,
): Promise<void> {
  await change(db, who, "edit contact", checkedFacts({ name, role, email, phone }));
}

/** Takes a contact out of the lists one chooses from; what was said with them stays. @throws RuleError changed since. */
export async function archiveContact(db: Database, who: Acting & SeenContact): Promise<void> {
  await change(db, who, "archive contact", { archivedAt: who.now });
}
