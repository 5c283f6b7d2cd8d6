import type { AnyContact } from "@/db/queries/customer-merges";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { freeName } from "./free-name";

const facts = ["role", "email", "phone"] as const;

/** What of a contact a merge may fill in from the other customer's contact of the same name. */
export type ContactDetails = Pick<AnyContact, (typeof facts)[number]> & { archivedAt: string | null };

/** What a merge moved and what it was before: all that its undo needs, kept in customer_merges.moved. */
export type MergeRecord = {
  from: { archivedAt: string | null };
  into: { openedOn: { before: LocalDate | null; after: LocalDate | null } };
  deals: { id: number; before: string | null; after: string | null }[];
  contacts: { id: number; before: string; after: string }[];
  /** Two contacts of one name that became one: `id` stays behind with its customer, `intoId` speaks for both. */
  joined: { id: number; intoId: number; before: ContactDetails; after: ContactDetails }[];
  /** Pairs that were `joined` until `at`, when `intoId` returned by the undoing of another merge and `id` took its place. */
  parted?: { id: number; intoId: number; at: string }[];
  conversations: number[];
};

/** The record as the database gives it back. */
export function readMergeRecord(moved: unknown): MergeRecord {
  return moved as MergeRecord;
}

/** The details of a contact as they are kept. */
export function detailsOf({ role, email, phone, archivedAt }: AnyContact): ContactDetails {
  return { role, email, phone, archivedAt: archivedAt?.toISOString() ?? null };
}

/** The details as a contact's row has them. */
export function rowOf({ archivedAt, ...known }: ContactDetails) {
  return { ...known, archivedAt: archivedAt === null ? null : new Date(archivedAt) };
}

/** What is known of two that are one: what it lacks is filled in; it is archived only where both are. */
export function filledIn(into: ContactDetails, own: ContactDetails): ContactDetails {
  const filled = facts.map((fact) => [fact, into[fact] || own[fact]]);
  const archivedAt = own.archivedAt && into.archivedAt;
  return { ...(Object.fromEntries(filled) as Omit<ContactDetails, "archivedAt">), archivedAt };
}

/** The earlier of two days, either of which may be unknown. */
export function earlier(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  return one === null || other === null ? (one ?? other) : one < other ? one : other;
}

function contradicts(one: AnyContact, other: AnyContact): boolean {
  return (["email", "phone"] as const).some(
    (fact) => one[fact] !== "" && other[fact] !== "" && one[fact].toLowerCase() !== other[fact].toLowerCase(),
  );
}

/**
 * What becomes of the contacts of a customer that is merged into another. Of the same name at both, they are
 * one person: joined, and what one lacks is filled in from the other. Unless their e-mail addresses or phone
 * numbers contradict each other: then both are kept, as "Lerato" and "Lerato (2)".
 */
export function planContacts(
  from: readonly AnyContact[],
  into: readonly AnyContact[],
): Pick<MergeRecord, "contacts" | "joined"> {
  const taken = new Set(into.map(({ nameKey }) => nameKey));
  const byKey = new Map(into.map((contact) => [contact.nameKey, contact]));
  const contacts: MergeRecord["contacts"] = [];
  const joined: MergeRecord["joined"] = [];
  for (const contact of from) {
    const same = byKey.get(contact.nameKey);
    if (!same || contradicts(contact, same)) {
      contacts.push({ id: contact.id, before: contact.name, after: freeName(contact.name, taken) });
      continue;
    }
    const before = detailsOf(same);
    const after = filledIn(before, detailsOf(contact));
    joined.push({ id: contact.id, intoId: same.id, before, after });
  }
  return { contacts, joined };
}

/** The deals of a customer that is merged into another under the names they have there: both "x" are kept. */
export function planDeals(
  from: readonly { id: number; name: string | null }[],
  into: readonly { nameKey: string | null }[],
): MergeRecord["deals"] {
  const taken = new Set(into.flatMap(({ nameKey }) => nameKey ?? []));
  return from.map(({ id, name }) => ({
    id,
    before: name,
    after: name === null ? null : freeName(name, taken),
  }));
}
