import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { keepVersions } from "@/db/queries/conversations";
import {
  giveContact,
  giveDeal,
  listAllContacts,
  listAllDeals,
  lockCustomerRows,
  moveConversations,
} from "@/db/queries/customer-merges";
import { customerMerges, type customers } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { keepImportsOut } from "@/lib/import/import-lock";
import { deriveDeals } from "@/lib/log/derive-deals";
import { lockPipelineShared } from "@/lib/log/pipeline-lock";
import { asAdmin } from "@/lib/members/as-admin";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";
import { saveCustomer } from "./change-customer";
import { earlier, type MergeRecord, planContacts, planDeals, rowOf } from "./merge-record";

/** `fromId` becomes part of `intoId`. */
export type Merge = { fromId: number; intoId: number };

type CustomerRow = typeof customers.$inferSelect;

async function lockPair(tx: Database, { fromId, intoId }: Merge) {
  if (fromId === intoId) throw new RuleError("This is one and the same customer. Choose another one.");
  const rows = await lockCustomerRows(tx, [fromId, intoId]);
  const [from, into] = [rows.get(fromId), rows.get(intoId)];
  if (!from || !into) throw new RuleError("This customer is no longer there.");
  for (const { name, mergedIntoId } of [from, into])
    if (mergedIntoId !== null) throw new RuleError(`“${name}” is part of another customer already.`);
  if (into.archivedAt !== null)
    throw new RuleError(`“${into.name}” is archived. Restore it first, or keep the other customer.`);
  return { from, into };
}

async function moveAll(tx: Database, from: CustomerRow, into: CustomerRow): Promise<MergeRecord> {
  await tx.execute(sql`set constraints all deferred`);
  const deals = planDeals(await listAllDeals(tx, from.id), await listAllDeals(tx, into.id));
  const ofFrom = await listAllContacts(tx, from.id);
  const ofInto = await listAllContacts(tx, into.id);
  const plan = planContacts(ofFrom, ofInto);
  for (const { id, after } of deals)
    await giveDeal(tx, id, { customerId: into.id, name: after, nameKey: after && nameKey(after) });
  for (const { id, after } of plan.contacts)
    await giveContact(tx, id, { customerId: into.id, name: after, nameKey: nameKey(after) });
  for (const { intoId, before, after } of plan.joined) {
    if (!isDeepStrictEqual(before, after)) await giveContact(tx, intoId, rowOf(after));
  }
  const contactOf = new Map(plan.joined.map(({ id, intoId }) => [id, intoId]));
  const conversations = await moveConversations(tx, { from: from.id, into: into.id, contactOf });
  return {
    from: { archivedAt: from.archivedAt?.toISOString() ?? null },
    into: { openedOn: { before: into.openedOn, after: earlier(into.openedOn, from.openedOn) } },
    deals,
    ...plan,
    conversations,
  };
}

/**
 * Merges a customer into another: its conversations (each in a new version), deals and contacts move, its name
 * and its address lead there, and the account counts as opened on the earlier day that is known. Deals of one
 * name are both kept, contacts of one name are joined unless they contradict each other (merge-record.ts).
 * Membership is not decided anew: every deal stays the deal it was.
 *
 * @returns the merge's id, by which it is undone.
 * @throws RuleError either is merged already, the surviving one is archived, an import runs, no admin.
 */
export async function mergeCustomers(
  db: Database,
  { actor, now, ...merge }: Acting & Merge,
): Promise<number> {
  return asAdmin(db, actor, async (tx) => {
    await lockPipelineShared(tx);
    await keepImportsOut(tx);
    const { from, into } = await lockPair(tx, merge);
    const moved = await moveAll(tx, from, into);
    const by = { actor, act: "merge customers" } as const;
    await saveCustomer(tx, from, { archivedAt: now, mergedIntoId: into.id }, by);
    await saveCustomer(tx, into, { openedOn: moved.into.openedOn.after }, by);
    await keepVersions(tx, moved.conversations, { act: "merged", savedById: actor.id, savedAt: now });
    await deriveDeals(
      tx,
      moved.deals.map(({ id }) => id),
    );
    const [made] = await tx
      .insert(customerMerges)
      .values({ fromId: from.id, intoId: into.id, mergedById: actor.id, mergedAt: now, moved })
      .returning({ id: customerMerges.id });
    if (!made) throw new Error("An insert returns its row.");
    for (const { id } of [from, into]) await tx.execute(sql`select pg_notify('pipelog_log', ${String(id)})`);
    return made.id;
  });
}
