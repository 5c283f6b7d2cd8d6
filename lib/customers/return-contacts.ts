import { isDeepStrictEqual } from "node:util";
import type { Database } from "@/db/client";
import {
  type AnyContact,
  giveContact,
  listAllContacts,
  listContactsById,
} from "@/db/queries/customer-merges";
import { nameKey } from "@/lib/pipeline/name-key";
import { freeName } from "./free-name";
import type { LaterMerge } from "./later-merges";
import { type ContactDetails, detailsOf, filledIn, type MergeRecord, rowOf } from "./merge-record";
import { withoutFirstMerge } from "./without-first-merge";

type Joined = MergeRecord["joined"][number];
type Owner = (pair: Joined) => AnyContact;

type Undoing = {
  fromId: number;
  intoId: number;
  record: MergeRecord;
  /** The merges into the same customer since, whose records are put right; they are still to be kept. */
  later: readonly LaterMerge[];
  /** The contacts of the customer that stays, before any returns. */
  ofInto: ReadonlyMap<number, AnyContact>;
  now: Date;
};

const joinedWith = (later: readonly LaterMerge[], contactId: number) =>
  later.flatMap(({ record }) =>
    record.joined.filter(({ intoId }) => intoId === contactId).map((pair) => ({ record, pair })),
  );

/** Whom each pair that was joined since brought: they stay behind as they were. */
async function ownersOf(tx: Database, later: readonly LaterMerge[]): Promise<Owner> {
  const ids = later.flatMap(({ record }) => record.joined.map(({ id }) => id));
  const owners = new Map((await listContactsById(tx, ids)).map((contact) => [contact.id, contact]));
  return ({ id }) => {
    const owner = owners.get(id);
    if (!owner) throw new Error(`The joined contact ${id} is not there.`);
    return owner;
  };
}

/** Takes out of joined contacts what this merge filled in, where it still stands so; later ones' part stays. */
async function emptyJoined(tx: Database, { record, later, ofInto }: Undoing, ownerOf: Owner): Promise<void> {
  for (const first of record.joined) {
    const current = ofInto.get(first.intoId);
    if (!current) continue;
    const since = joinedWith(later, first.intoId).map(({ pair }) => pair);
    const steps = since.map((pair) => ({ ...pair, own: detailsOf(ownerOf(pair)) }));
    const is = detailsOf(current);
    const left = withoutFirstMerge(is, { first, later: steps }, filledIn);
    for (const [index, pair] of since.entries()) Object.assign(pair, left.steps[index]);
    if (!isDeepStrictEqual(is, left.now)) await giveContact(tx, current.id, rowOf(left.now));
  }
}

/** What is known of a contact without all that later merges filled in. */
function ownDetails(current: AnyContact, since: readonly Joined[]): ContactDetails {
  const [first, ...rest] = since;
  if (!first) return detailsOf(current);
  const later = rest.map((pair) => ({ ...pair, own: first.before }));
  return withoutFirstMerge(detailsOf(current), { first, later }, (into) => into).now;
}

/** Gives the moved contacts back, under their own names: one that was renamed meanwhile keeps its new name. */
async function giveBack(tx: Database, { fromId, record, later, ofInto }: Undoing): Promise<void> {
  const taken = new Set((await listAllContacts(tx, fromId)).map((contact) => contact.nameKey));
  for (const { id, before, after } of record.contacts) {
    const current = ofInto.get(id);
    if (!current) throw new Error(`The merged contact ${id} is not where it was merged to.`);
    const name = freeName(current.name === after ? before : current.name, taken);
    const since = joinedWith(later, id).map(({ pair }) => pair);
    const details = rowOf(ownDetails(current, since));
    await giveContact(tx, id, { ...details, customerId: fromId, name, nameKey: nameKey(name) });
  }
}

/** Of those who were joined since with a contact that returned the first takes its place, and is it for the others. */
async function takePlaces(
  tx: Database,
  { intoId, record, later, now }: Undoing,
  ownerOf: Owner,
): Promise<Map<number, number>> {
  const taken = new Set((await listAllContacts(tx, intoId)).map((contact) => contact.nameKey));
  const placeOf = new Map<number, number>();
  for (const { id: left } of record.contacts) {
    const [first, ...others] = joinedWith(later, left);
    if (!first) continue;
    const heir = ownerOf(first.pair);
    const name = freeName(heir.name, taken);
    first.record.joined = first.record.joined.filter((pair) => pair !== first.pair);
    first.record.parted = [
      ...(first.record.parted ?? []),
      { id: heir.id, intoId: left, at: now.toISOString() },
    ];
    first.record.contacts.push({ id: heir.id, before: heir.name, after: name });
    let known = detailsOf(heir);
    for (const { pair } of others) {
      const after = filledIn(known, detailsOf(ownerOf(pair)));
      Object.assign(pair, { intoId: heir.id, before: known, after });
      known = after;
    }
    await giveContact(tx, heir.id, { ...rowOf(known), customerId: intoId, name, nameKey: nameKey(name) });
    placeOf.set(left, heir.id);
  }
  return placeOf;
}

/**
 * Gives the contacts that came with a merge back and takes out of joined ones what it filled in, where it still
 * stands so. What later merges brought stays: whoever was joined with a contact that returns is one of their own.
 *
 * @returns by the id of a contact that returned who took its place at the customer that stays.
 */
export async function returnContacts(tx: Database, undoing: Undoing): Promise<Map<number, number>> {
  const ownerOf = await ownersOf(tx, undoing.later);
  await emptyJoined(tx, undoing, ownerOf);
  await giveBack(tx, undoing);
  return takePlaces(tx, undoing, ownerOf);
}
