import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getContactIdByKey } from "@/db/queries/contacts";
import { holdLabel, type LabelKind, labelTables } from "@/db/queries/labels";
import { mayHold } from "@/db/queries/members";
import type { Acting } from "@/lib/acting";
import { checkedName } from "@/lib/checked-name";
import { addContact } from "@/lib/customers/change-contact";
import { cleanName } from "@/lib/pipeline/clean-name";
import { nameKey } from "@/lib/pipeline/name-key";
import { recordId } from "@/lib/record-id";
import { RuleError } from "@/lib/rule-error";
import { anotherOne, type LogValues } from "./log-values";

async function labelOf(
  db: Database,
  kind: LabelKind,
  { chosen, name, kept, actor }: Acting & { chosen: string; name: string; kept: number | null },
): Promise<number | null> {
  const { table } = labelTables[kind];
  const id = recordId(chosen);
  if (id !== undefined) {
    if (id === kept) return id;
    const survivorId = await holdLabel(db, kind, id);
    if (survivorId === undefined) throw new RuleError(`This ${kind} is no longer there. Choose another one.`);
    return survivorId;
  }
  if (cleanName(name) === "") return null;
  const checked = checkedName(name, kind);
  const [added] = await db
    .insert(table)
    .values({
      name: checked,
      nameKey: nameKey(checked),
      position: sql<number>`(select coalesce(max(position), 0) + 1 from ${table})`,
    })
    .onConflictDoNothing({ target: table.nameKey })
    .returning({ id: table.id });
  if (added) {
    await insertAuditEntry(db, {
      memberId: actor.id,
      act: `add ${kind}`,
      subject: kind,
      subjectId: String(added.id),
      after: { name: checked },
    });
    return added.id;
  }
  const [known] = await db
    .select({ id: table.id })
    .from(table)
    .where(eq(table.nameKey, nameKey(checked)));
  const knownId = known && (await holdLabel(db, kind, known.id));
  if (knownId === undefined) throw new RuleError("Somebody is adding this right now. Try again.");
  return knownId;
}

async function contactOf(
  db: Database,
  { contactName, shownContact }: LogValues,
  { customerId, kept, ...who }: Acting & { customerId: number; kept: number | null },
): Promise<number | null> {
  // Renamed since the form was opened, the contact is still the one that was meant.
  if (kept !== null && contactName === shownContact) return kept;
  if (cleanName(contactName) === "") return null;
  const knownId = await getContactIdByKey(db, customerId, nameKey(contactName));
  return knownId ?? addContact(db, { ...who, customerId, name: contactName, role: "", email: "", phone: "" });
}

/** What the form leaves as it is when a conversation is corrected, though it can no longer be chosen. */
type Kept = {
  heldById: number;
  channelId: number | null;
  topicId: number | null;
  contactId: number | null;
};

async function holderOf(db: Database, { heldBy }: LogValues, kept: Kept): Promise<number> {
  const id = recordId(heldBy) ?? kept.heldById;
  if (id === kept.heldById) return id;
  if (!(await mayHold(db, id)))
    throw new RuleError("Whoever held it is no longer on the team. Choose somebody else.");
  return id;
}

/**
 * Who held the conversation, how, about what, with whom: those that were chosen, and those that were named,
 * made where nobody knows them yet. In the transaction that writes the conversation, its customer locked.
 *
 * @throws RuleError something chosen is gone or another customer's, a name is too long.
 */
export async function resolveNames(
  db: Database,
  values: LogValues,
  { kept, customerId, ...who }: Acting & { kept: Kept; customerId: number },
) {
  const named = (name: string, chosen: string) => (chosen === "" || chosen === anotherOne ? name : "");
  const topic = { chosen: values.topic, name: named(values.topicName, values.topic), kept: kept.topicId };
  const channel = {
    chosen: values.channel,
    name: named(values.channelName, values.channel),
    kept: kept.channelId,
  };
  return {
    heldById: await holderOf(db, values, kept),
    topicId: await labelOf(db, "topic", { ...who, ...topic }),
    channelId: await labelOf(db, "channel", { ...who, ...channel }),
    contactId: await contactOf(db, values, { ...who, customerId, kept: kept.contactId }),
  };
}
