import { eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { keepVersions } from "@/db/queries/conversations";
import { keepMoved } from "@/db/queries/customer-merges";
import { insertErasures } from "@/db/queries/erasures";
import { blankTalks, forgetSentForms } from "@/db/queries/person-talks";
import { listPersonRows, lockPersonRows, type PersonRows } from "@/db/queries/person-traces";
import { getMember } from "@/db/queries/team-members";
import { auditLog, contacts, customers, invitations, members, quarantinedEntries } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { lockPipelineForAdmin } from "@/lib/import/import-lock";
import { asAdmin } from "@/lib/members/as-admin";
import { endAccess } from "@/lib/members/end-access";
import { keepAnAdmin } from "@/lib/members/seen-member";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";
import { eraseMentions, findMentions } from "./erase-mentions";
import { type FoundPerson, findPerson, type Person } from "./find-person";
import { erasedWord, type PersonMarks } from "./person-pattern";

/** What a person is called once erased. */
export const erasedName = ({ kind, id }: Person) => `Erased ${kind} ${id}`;

function called(person: Person) {
  const name = erasedName(person);
  return { name, nameKey: nameKey(name) };
}

async function blankRows(tx: Database, rows: PersonRows, now: Date): Promise<void> {
  const { contactIds, customerIds, memberIds, invitationIds } = rows;
  for (const id of contactIds)
    await tx
      .update(contacts)
      .set({
        ...called({ kind: "contact", id }),
        ...{ role: "", email: "", phone: "" },
        archivedAt: sql`coalesce(${contacts.archivedAt}, ${now.toISOString()}::timestamptz)`,
        version: sql`${contacts.version} + 1`,
      })
      .where(eq(contacts.id, id));
  for (const id of customerIds)
    await tx
      .update(customers)
      .set({ ...called({ kind: "customer", id }), version: sql`${customers.version} + 1` })
      .where(eq(customers.id, id));
  for (const id of memberIds) {
    await blankMember(tx, id, now);
    await tx
      .update(invitations)
      .set({ name: erasedName({ kind: "member", id }), email: null })
      .where(inArray(invitations.id, invitationIds));
  }
}

async function blankMember(tx: Database, id: number, now: Date): Promise<void> {
  await tx
    .update(members)
    .set({
      ...called({ kind: "member", id }),
      ...{ email: null, passwordHash: null, lastSeenAt: null },
      removedAt: sql`coalesce(${members.removedAt}, ${now.toISOString()}::timestamptz)`,
      version: sql`${members.version} + 1`,
    })
    .where(eq(members.id, id));
}

async function blankRecords(tx: Database, { quarantined, audited, merged }: FoundPerson): Promise<void> {
  for (const { id, entry } of quarantined)
    await tx.update(quarantinedEntries).set({ entry }).where(eq(quarantinedEntries.id, id));
  for (const { id, ...kept } of audited) await tx.update(auditLog).set(kept).where(eq(auditLog.id, id));
  for (const { id, moved } of merged) await keepMoved(tx, id, moved);
}

/** @throws RuleError the admin is the one to be erased, or no admin would be left. */
export async function checkMayErase(db: Database, { kind, id }: Person, actorId: number): Promise<void> {
  if (kind !== "member") return;
  if (id === actorId) throw new RuleError("Another admin has to erase you.");
  const member = await getMember(db, id);
  if (member && !member.removedAt) await keepAnAdmin(db, member, "removed");
}

/** @throws RuleError what was typed is not the person's name, however it is written. */
function checkName(typed: string, { names }: PersonMarks): void {
  if (![...names].some((name) => nameKey(name) === nameKey(typed)))
    throw new RuleError("Type the name as it stands here, to confirm.");
}

/**
 * Erases a person for good: a contact (with the contacts a merge made one with it), a customer who is a person
 * (with those merged into it, and all their contacts), or a member, who is then out at once as if removed; their
 * devices stay known, so that what they logged offline still arrives. The name becomes "Erased contact 12"; e-mail,
 * phone, role and ways to sign in go; the notes of every conversation with the contact or customer are blanked, in
 * all versions and in the quarantine; elsewhere the name, the e-mail address and the number, today's and earlier
 * ones, are taken out of the text they stand in. Whoever else is called so keeps their name: they are somebody
 * else. What was counted is counted still: no figure changes.
 *
 * Every text is looked through before anybody has to wait. Then all who log do, and only what was found and what
 * was written since is looked at once more: no mention escapes that is logged, corrected or undone meanwhile.
 *
 * @param typed the person's name, as a confirmation.
 * @throws RuleError the name is another, there is no such person, an import runs, no admin.
 */
export async function erasePerson(
  db: Database,
  { actor, now, typed, ...person }: Acting & Person & { typed: string },
): Promise<{ notes: number; texts: number }> {
  const erase = (known: Awaited<ReturnType<typeof findMentions>>) => async (tx: Database) => {
    await lockPipelineForAdmin(tx);
    await lockPersonRows(tx, await listPersonRows(tx, person.kind, person.id));
    const found = await findPerson(tx, person);
    checkName(typed, found.marks);
    await checkMayErase(tx, person, actor.id);
    const blanked = await blankTalks(tx, found.talkIds, erasedWord);
    await blankRows(tx, found.rows, now);
    // What the links were called may name the person: only how many there were is kept.
    const ended =
      person.kind === "member" ? (await endAccess(tx, person.id, { endedById: actor.id, now })).ids : {};
    await blankRecords(tx, found);
    const { noteIds, texts } = await eraseMentions(tx, found, known);
    const saved = [...blanked, ...noteIds];
    await forgetSentForms(tx, saved);
    await keepVersions(tx, saved, { act: "corrected", savedById: actor.id, savedAt: now });
    await insertErasures(tx, found.rows, { erasedById: actor.id, erasedAt: now });
    await insertAuditEntry(tx, {
      ...{ memberId: actor.id, act: `erase ${person.kind}`, subject: person.kind },
      ...{ subjectId: String(person.id), after: { notes: saved.length, texts, ...ended } },
    });
    return { notes: saved.length, texts };
  };
  return db.transaction(async (looking) => {
    const seen = await findPerson(looking, person);
    checkName(typed, seen.marks);
    return asAdmin(looking, actor, erase(await findMentions(looking, seen)));
  });
}
