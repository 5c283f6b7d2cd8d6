import type { Database } from "@/db/client";
import { listContactsById } from "@/db/queries/customer-merges";
import { listDealNamesToday, listMergesOnward } from "@/db/queries/merges-onward";
import { nameKey } from "@/lib/pipeline/name-key";
import { readMergeRecord } from "./merge-record";

/** Names a deal or a contact had at a customer that was merged, by their keys, each with today's name. */
type Names = ReadonlyMap<string, string>;

/** What the names of deals and contacts at a customer that was merged mean at the one it is part of. */
export type NamesThroughMerge = { deals: Names; contacts: Names };

type Merge = Awaited<ReturnType<typeof readMerges>>[number];

async function readMerges(db: Database, customerIds: readonly number[]) {
  const found = await listMergesOnward(db, customerIds);
  return found.map(({ moved, ...merge }) => ({ ...merge, ...readMergeRecord(moved) }));
}

/** Whom each contact that stayed behind became one with, through all merges since. */
function survivorsOf(merges: readonly Merge[]): (id: number) => number {
  const intoOf = new Map(merges.flatMap(({ joined }) => joined.map(({ id, intoId }) => [id, intoId])));
  return (id) => {
    let survivor = id;
    for (let into = intoOf.get(id); into !== undefined; into = intoOf.get(into)) survivor = into;
    return survivor;
  };
}

/**
 * What the names of deals and contacts said of customers that were merged mean today: those that came along with the
 * merge, whatever a merge or a person has called them since. A name that none of them had is the surviving customer's.
 *
 * Example: M2 has a deal "2026 contract" and is merged into M1, which has one too: M2's is now "2026 contract (2)".
 * "2026 contract" said of M2 is "2026 contract (2)" of M1; said of M1 it is M1's own.
 *
 * @returns by the id of each of the customers that is part of another one.
 */
export async function namesThroughMerges(
  db: Database,
  customerIds: readonly number[],
): Promise<Map<number, NamesThroughMerge>> {
  const merges = await readMerges(db, customerIds);
  const mergeOf = new Map(merges.map((merge) => [merge.fromId, merge]));
  const survivor = survivorsOf(merges);
  const contactIds = merges.flatMap(({ contacts, joined }) => [...contacts, ...joined].map(({ id }) => id));
  const known = await listContactsById(db, [...contactIds, ...contactIds.map(survivor)]);
  const contactName = new Map(known.map(({ id, name }) => [id, name]));
  const dealName = await listDealNamesToday(
    db,
    merges.flatMap(({ deals }) => deals.map(({ id }) => id)),
  );

  function namesAt(customerId: number): NamesThroughMerge {
    const [deals, contacts] = [new Map<string, string>(), new Map<string, string>()];
    // What the customer itself had comes before what the next one had.
    const add = (names: Map<string, string>, before: string | null, today: string | null | undefined) => {
      if (before === null || !today || names.has(nameKey(before))) return;
      names.set(nameKey(before), today);
    };
    for (let merge = mergeOf.get(customerId); merge; merge = mergeOf.get(merge.intoId)) {
      for (const { id, before, after } of merge.deals) add(deals, before, dealName.get(id) ?? after);
      for (const { id, before } of merge.contacts) add(contacts, before, contactName.get(survivor(id)));
      for (const { id } of merge.joined)
        add(contacts, contactName.get(id) ?? null, contactName.get(survivor(id)));
    }
    return { deals, contacts };
  }

  const merged = customerIds.filter((id) => mergeOf.has(id));
  return new Map(merged.map((id) => [id, namesAt(id)]));
}
