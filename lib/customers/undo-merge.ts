import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { keepVersions } from "@/db/queries/conversations";
import {
  type AnyContact,
  changeContactOf,
  getMerge,
  giveDeal,
  listAllContacts,
  listAllDeals,
  listContactsInUse,
  lockCustomerRows,
  moveConversations,
} from "@/db/queries/customer-merges";
import { contacts, customerMerges } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { keepImportsOut } from "@/lib/import/import-lock";
import { deriveDeals } from "@/lib/log/derive-deals";
import { lockPipelineShared } from "@/lib/log/pipeline-lock";
import { asAdmin } from "@/lib/members/as-admin";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";
import { saveCustomer } from "./change-customer";
import { freeName } from "./free-name";
import { keepLaterMerges, type LaterMerge, openedWithout, readLaterMerges } from "./later-merges";
import { type MergeRecord, readMergeRecord } from "./merge-record";
import { returnContacts } from "./return-contacts";

type Pair = { fromId: number; intoId: number };

/** Gives the moved deals back under their own names; one that was renamed meanwhile keeps its new name. */
async function returnDeals(tx: Database, { fromId, intoId }: Pair, { deals }: MergeRecord): Promise<void> {
  const nowAt = new Map((await listAllDeals(tx, intoId)).map((deal) => [deal.id, deal]));
  const taken = new Set<string>();
  for (const { id, before, after } of deals) {
    const current = nowAt.get(id);
    if (!current) throw new Error(`The merged deal ${id} is not where it was merged to.`);
    const own = current.name === after ? before : current.name;
    const name = own === null ? null : freeName(own, taken);
    await giveDeal(tx, id, { customerId: fromId, name, nameKey: name === null ? null : nameKey(name) });
  }
}

/** At this customer the contacts that stand for another's: of the same name, made where there is none. */
async function standIns(
  tx: Database,
  customerId: number,
  others: readonly AnyContact[],
  createdAt: Date,
): Promise<Map<number, number>> {
  const own = new Map(
    (await listAllContacts(tx, customerId)).map((contact) => [contact.nameKey, contact.id]),
  );
  const standIn = new Map<number, number>();
  for (const { id, name, nameKey, role, email, phone } of others) {
    const known = own.get(nameKey);
    const [made] = known
      ? [{ id: known }]
      : await tx
          .insert(contacts)
          .values({ customerId, name, nameKey, role, email, phone, createdAt })
          .returning({ id: contacts.id });
    if (!made) throw new Error("An insert returns its row.");
    standIn.set(id, made.id);
  }
  return standIn;
}

/** Contacts and conversations go where they belong; each conversation concerned gets one new version. @returns their ids. */
async function separate(
  tx: Database,
  { fromId, intoId }: Pair,
  { record, later, now }: { record: MergeRecord; later: readonly LaterMerge[]; now: Date },
) {
  const only = { dealIds: record.deals.map(({ id }) => id), conversationIds: record.conversations };
  const ofInto = new Map((await listAllContacts(tx, intoId)).map((contact) => [contact.id, contact]));
  const returning = new Set(record.contacts.map(({ id }) => id));
  const used = await listContactsInUse(tx, intoId, only);
  const placeOf = await returnContacts(tx, { fromId, intoId, record, later, ofInto, now });

  const joined = new Map(record.joined.map(({ id, intoId }) => [intoId, id]));
  const strangers = used.filter((id) => !returning.has(id) && !joined.has(id));
  const known = (ids: readonly number[]) => ids.flatMap((id) => ofInto.get(id) ?? []);
  const contactOf = new Map([...joined, ...(await standIns(tx, fromId, known(strangers), now))]);
  const moved = await moveConversations(tx, { from: intoId, into: fromId, contactOf, only });

  const inUse = await listContactsInUse(tx, intoId);
  const missed = inUse.filter((id) => returning.has(id) && !placeOf.has(id));
  const changed = [...placeOf, ...(await standIns(tx, intoId, known(missed), now))].map(([from, to]) =>
    changeContactOf(tx, { customerId: intoId, from, to }),
  );
  return [...moved, ...(await Promise.all(changed)).flat()];
}

/**
 * Takes a merge back. With nothing done in between, every figure is as before and so is every row: all of
 * customers, contacts, deals, owners, conversations, states and spans but their version numbers; older versions
 * and audit entries stay, each moved conversation has two more.
 *
 * What happened in between is kept. A sales conversation goes where its deal goes: with the deals that return,
 * also one logged since; on a deal that stays, it stays. One without a deal returns if it came with the merge,
 * and stays if it was logged since. Corrections, new names and ticks stay as they are. Whoever it was with is
 * then a contact at its customer, made there if need be. Other merges into the same customer stand, as if this one
 * had not been.
 *
 * @throws RuleError it is undone already, either customer was merged on since, an import runs, no admin.
 */
export async function undoMerge(
  db: Database,
  { actor, now, mergeId }: Acting & { mergeId: number },
): Promise<Pair> {
  return asAdmin(db, actor, async (tx) => {
    await lockPipelineShared(tx);
    await keepImportsOut(tx);
    const seen = await getMerge(tx, mergeId);
    if (!seen) throw new RuleError("There is no such merge.");
    const { fromId, intoId } = seen;
    const rows = await lockCustomerRows(tx, [fromId, intoId]);
    const merge = await getMerge(tx, mergeId);
    const [from, into] = [rows.get(fromId), rows.get(intoId)];
    if (!merge || !from || !into || merge.undoneAt !== null)
      throw new RuleError("This merge is undone already.");
    if (into.mergedIntoId !== null)
      throw new RuleError(`“${into.name}” was merged into another customer since. Undo that merge first.`);
    const record = readMergeRecord(merge.moved);
    await tx.execute(sql`set constraints all deferred`);
    const later = await readLaterMerges(tx, { id: mergeId, intoId });
    const saved = await separate(tx, { fromId, intoId }, { record, later, now });
    await returnDeals(tx, { fromId, intoId }, record);
    const openedOn = openedWithout({ record, current: into.openedOn }, later);
    await keepLaterMerges(tx, later);
    const archivedAt = record.from.archivedAt === null ? null : new Date(record.from.archivedAt);
    const by = { actor, act: "undo merge of customers" } as const;
    await saveCustomer(tx, from, { archivedAt, mergedIntoId: null }, by);
    await saveCustomer(tx, into, { openedOn }, by);
    await keepVersions(tx, saved, { act: "undone", savedById: actor.id, savedAt: now });
    await deriveDeals(
      tx,
      record.deals.map(({ id }) => id),
    );
    await tx
      .update(customerMerges)
      .set({ undoneAt: now, undoneById: actor.id })
      .where(eq(customerMerges.id, mergeId));
    for (const id of [fromId, intoId]) await tx.execute(sql`select pg_notify('pipelog_log', ${String(id)})`);
    return { fromId, intoId };
  });
}
