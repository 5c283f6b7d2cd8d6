import type { Database } from "@/db/client";
import { getLastErasure } from "@/db/queries/erasures";
import { hasNotes, listPersonTalks } from "@/db/queries/person-talks";
import { listPersonFacts, listPersonRows, type PersonRows } from "@/db/queries/person-traces";
import { getMember } from "@/db/queries/team-members";
import { erasedName } from "./erase-person";
import type { Person } from "./find-person";
import { marksOf } from "./person-pattern";

function standIns({ contactIds, customerIds, memberIds }: PersonRows): Set<string> {
  const of = (kind: Person["kind"], ids: readonly number[]) => ids.map((id) => erasedName({ kind, id }));
  return new Set([...of("contact", contactIds), ...of("customer", customerIds), ...of("member", memberIds)]);
}

async function isBlank(db: Database, { kind, id }: Person): Promise<boolean> {
  if (kind === "member" && (await getMember(db, id))?.removedAt === null) return false;
  const rows = await listPersonRows(db, kind, id);
  const { names, emails, phones } = marksOf(await listPersonFacts(db, rows));
  const stands = standIns(rows);
  if (emails.size > 0 || phones.size > 0 || [...names].some((name) => !stands.has(name))) return false;
  return !(await hasNotes(db, await listPersonTalks(db, rows)));
}

/**
 * When and by whom a person's details were erased the last time, and whether nothing was written of them since;
 * undefined: they never were.
 */
export async function readErasure(
  db: Database,
  person: Person,
): Promise<{ erasedAt: Date; erasedBy: string; isBlank: boolean } | undefined> {
  const last = await getLastErasure(db, person);
  return last && { ...last, isBlank: await isBlank(db, person) };
}
