import type { Database } from "@/db/client";
import { listPersonTalks } from "@/db/queries/person-talks";
import {
  listMergesOfContacts,
  listOwnAuditEntries,
  listPersonFacts,
  listPersonRows,
  type PersonKind,
} from "@/db/queries/person-traces";
import { RuleError } from "@/lib/rule-error";
import { listQuarantinedOf } from "./list-quarantined-of";
import { marksOf } from "./person-pattern";
import { mergeWithoutFacts, withoutFacts } from "./without-facts";

export type Person = { kind: PersonKind; id: number };

/**
 * What there is of a person and what erasing leaves of it: their own rows, by what they are found in texts, their
 * conversations, what devices of removed members sent about them (without its note), what the audit log tells of
 * their rows and what merges kept of them (both without their facts). Reads only.
 *
 * @throws RuleError there is no such person.
 */
export async function findPerson(db: Database, { kind, id }: Person) {
  const rows = await listPersonRows(db, kind, id);
  const facts = await listPersonFacts(db, rows);
  if (facts.length === 0) throw new RuleError("There is nobody to erase here any more.");
  const marks = marksOf(facts);
  const talkIds = await listPersonTalks(db, rows);
  const sent = await listQuarantinedOf(db, { rows, marks, talkIds });
  const told = await listOwnAuditEntries(db, rows);
  const merges = await listMergesOfContacts(db, rows.contactIds);
  return {
    rows,
    marks,
    talkIds,
    quarantined: sent.map((row) => ({ id: row.id, entry: { ...row.values, note: "" } })),
    audited: told.map((row) => ({
      id: row.id,
      before: withoutFacts(row.before),
      after: withoutFacts(row.after),
    })),
    merged: merges.map(({ id, moved }) => ({ id, moved: mergeWithoutFacts(moved, rows.contactIds) })),
  };
}

export type FoundPerson = Awaited<ReturnType<typeof findPerson>>;
