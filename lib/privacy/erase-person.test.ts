import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { mayMention } from "@/db/plain-text";
import { keepVersions } from "@/db/queries/conversations";
import { lockCustomerRows } from "@/db/queries/customer-merges";
import { listOpenInvitations } from "@/db/queries/invitations";
import { lockMembers } from "@/db/queries/members-lock";
import { listPersonTalks } from "@/db/queries/person-talks";
import { listTextColumns } from "@/db/queries/person-texts";
import { listPersonRows, type PersonKind } from "@/db/queries/person-traces";
import { listQuarantined } from "@/db/queries/quarantine";
import { listShareLinks } from "@/db/queries/share-links";
import { getTeam } from "@/db/queries/team";
import { listPeopleWithoutLogin, listRemovedMembers } from "@/db/queries/team-members";
import {
  apiTokens,
  auditLog,
  contacts,
  conversations,
  conversationVersions,
  deals,
  erasures,
  followUpSnoozes,
  listFilters,
  members,
  quarantinedEntries,
  shareLinks,
  stages,
  topics,
} from "@/db/schema";
import { deviceKey, isDeviceOfRemoved } from "@/lib/auth/device-key";
import { startSession } from "@/lib/auth/session";
import { writeBackup } from "@/lib/backup/write-backup";
import { addContact, editContact } from "@/lib/customers/change-contact";
import { mergeCustomers } from "@/lib/customers/merge-customers";
import { undoMerge } from "@/lib/customers/undo-merge";
import { lockImports } from "@/lib/import/import-lock";
import { correctConversation } from "@/lib/log/change-conversation";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { emptyLogValues } from "@/lib/log/log-values";
import { lockPipelineExclusive } from "@/lib/log/pipeline-lock";
import { quarantineEntries } from "@/lib/log/quarantine";
import { quarantinedValues } from "@/lib/log/read-quarantined";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { undoChange } from "@/lib/log/undo-change";
import { acceptInvitation } from "@/lib/members/accept-invitation";
import { changeProfile } from "@/lib/members/change-profile";
import { inviteMember } from "@/lib/members/invite-member";
import { nameKey } from "@/lib/pipeline/name-key";
import { withoutAccents } from "@/lib/pipeline/without-accents";
import { makeToken } from "@/lib/tokens/make-token";
import { everyFigure } from "@/tests/support/as-of";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { untilWaiting } from "@/tests/support/until-waiting";
import { erasePerson } from "./erase-person";
import { exportPerson } from "./export-person";
import type { Mention } from "./list-mentions";
import { personFinder } from "./person-finder";
import {
  everyBeginning,
  type PersonFinder,
  type PersonMarks,
  partsOfPerson,
  searchPattern,
  withoutPerson,
} from "./person-pattern";
import { previewErasure } from "./preview-erasure";
import { readErasure } from "./read-erasure";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let folder: string;
const now = new Date("2026-06-30T12:00:00Z");
const filter = { to: "2026-06-30", from: null, salespersonId: null };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipelog-erase-"));
});
beforeEach(async () => {
  await database?.drop();
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

function log(customerId: number, given: Partial<NewConversation> & { on: string }) {
  const entry = talk({ customerId, heldById: cast.anna.id, stageId: cast.stages["Demo given"], ...given });
  return logConversation(database.db, entry, {
    ...{ actor: cast.anna, timeZone: cast.timeZone, now },
  });
}

const foresee = async (kind: PersonKind, id: number, member = cast.cara) =>
  previewErasure(database.db, { kind, id }, { member, team: await theTeam() });

/** Erases somebody and makes sure that the preview had counted what is erased. */
async function erase(kind: PersonKind, id: number, typed: string, actor = cast.cara): Promise<void> {
  const { sentences } = await foresee(kind, id, actor);
  const { notes, texts } = await erasePerson(database.db, { kind, id, typed, actor, now });
  expect(countedIn(sentences)).toEqual({
    notes: notes === 0 ? undefined : String(notes),
    texts: texts === 0 ? undefined : String(texts),
  });
}

/** What a preview counts; undefined where it says nothing of it. */
function countedIn(sentences: readonly string[]) {
  const said = sentences.join("\n");
  return {
    notes: /^The notes of (\d+) conversations? are blanked/m.exec(said)?.[1],
    texts: /^(\d+) other texts? loses? the mention/m.exec(said)?.[1],
  };
}

async function addTopic(name: string): Promise<void> {
  await database.db.insert(topics).values({ name, nameKey: nameKey(name) });
}

async function theTeam() {
  const team = await getTeam(database.db);
  if (!team) throw new Error("The cast has a team.");
  return team;
}

async function exported(kind: PersonKind, id: number): Promise<string> {
  let all = "";
  for await (const part of exportPerson(database.db, { kind, id }, now)) all += part;
  return all;
}

/** Where a text still stands: `table.column`, in every column of every table, and in a backup made now. */
async function placesOf(...texts: string[]): Promise<string[]> {
  const places: string[] = [];
  for (const { table, column } of await listTextColumns(database.db))
    for (const text of texts) {
      const [row] = await database.db.execute<{ found: number }>(sql`
        select count(*)::integer as found from ${sql.identifier(table)}
        where position(lower(${text}) in lower(${sql.identifier(column)}::text)) > 0`);
      if (row && row.found > 0) places.push(`${table}.${column}`);
    }
  const file = join(folder, `${crypto.randomUUID()}.backup`);
  await writeBackup(database.db, file, now);
  const backup = gunzipSync(await readFile(file))
    .toString()
    .toLowerCase();
  return texts.some((text) => backup.includes(text.toLowerCase())) ? [...places, "backup"] : places;
}

/** A person who left a trace in every kind of text there is, where the name may be written in another way. */
async function traces(name: string, note: string, written = name) {
  const { db } = database;
  const customerId = await addCustomer(db, "Hornbill Haulage");
  const elsewhere = await addCustomer(db, "Ibis Imports");
  const facts = { role: "Buyer", email: "l.nkosi@hornbill.example", phone: "+27 (0)82 555 0199" };
  const who = { actor: cast.anna, now };
  const contactId = await addContact(db, { ...who, ...facts, name: "Earlier Surname", customerId });
  await editContact(db, { ...who, ...facts, name, contactId, version: 1 });
  const own = await log(customerId, { on: "2026-05-01", contactId, note: "Wants forty tyres", amount: "10" });
  const other = await log(elsewhere, { on: "2026-05-02", note, stageId: cast.stages.Won, amount: "20" });
  await db.insert(deals).values([
    { customerId, name: `Tyres for ${written}`, nameKey: "a" },
    { customerId, name: "Tyres for [erased]", nameKey: "tyres for [erased]" },
  ]);
  await db.insert(followUpSnoozes).values([
    ...[own.id, other.id].map((conversationId) => ({
      ...{ conversationId, dueOn: "2026-05-05", untilOn: "2026-05-09", reason: `${written} is away` },
      snoozedById: cast.anna.id,
    })),
  ]);
  await db.insert(quarantinedEntries).values({
    ...{ memberId: cast.ben.id, deviceId: crypto.randomUUID(), entry: { contactName: written, note } },
  });
  await db.insert(shareLinks).values({
    ...{
      tokenHash: "hash",
      title: `For ${written}`,
      view: "stages",
      filter: { search: written },
      parts: [written],
    },
    ...{ customersMasked: true, salespeopleByInitials: false, amountsHidden: false, madeById: cast.cara.id },
  });
  const search = `search=${encodeURIComponent(written).replaceAll("%20", "+")}`;
  await db.insert(listFilters).values({ memberId: cast.anna.id, list: "/stages", search });
  await importText(
    db,
    "conversations",
    `customer,date,note\nIbis Imports,2026-05-04,"${written.replaceAll('"', '""')} wrote"\n`,
    {
      ...{ memberId: cast.cara.id, fileName: `${written}.csv` },
    },
  );
  return { customerId, elsewhere, contactId, own, other, facts };
}

test("a contact is in no table and no backup any more, in whatever text; no figure changes; a namesake stays", async () => {
  const { db } = database;
  const { contactId, elsewhere, other, facts, own } = await traces(
    "Lerato Nkosi",
    "Spoke of LERATO  NKOSI's order, call 082 555 0199. Lerato Nkosikazi is another.",
  );
  const namesake = await addContact(db, {
    ...{ customerId: elsewhere, name: "Lerato Nkosi", role: "", email: "", phone: "", actor: cast.anna, now },
  });
  const figures = await everyFigure(db, filter);
  await db.update(conversations).set({ sentHash: "a".repeat(64) });
  await expect(erase("contact", contactId, "Lerato Nkosi", cast.anna)).rejects.toThrow("Only an admin");
  await expect(erase("contact", contactId, "Lerato")).rejects.toThrow("Type the name");
  await erase("contact", contactId, " lerato NKOSI ");
  expect(await placesOf("Earlier Surname", facts.email, "555 0199", "555 0199".replace(" ", ""))).toEqual([]);
  await erase("contact", namesake, "Lerato Nkosi");
  expect(await placesOf("Lerato Nkosi", "Lerato  Nkosi", "Lerato+Nkosi")).toEqual([]);

  const sentAs = inArray(conversations.id, [own.id, other.id]);
  expect(await db.$count(conversations, and(sentAs, isNotNull(conversations.sentHash)))).toBe(0);
  const notes = new Map((await db.select().from(conversations)).map(({ id, note }) => [id, note]));
  expect([notes.get(own.id), notes.get(other.id)]).toEqual([
    "",
    "Spoke of [erased]'s order, call [erased]. [erased]kazi is another.",
  ]);
  const after = await everyFigure(db, filter);
  const figuresOnly = ({ grid, ...rest }: typeof figures) => rest;
  expect(figuresOnly(after)).toEqual(figuresOnly(figures));
  const saves = (await db.select().from(conversations)).reduce((sum, { version }) => sum + version, 0);
  expect(await db.$count(conversationVersions)).toBe(saves);
  expect((await rebuildStates(db)).differences).toEqual([]);
  expect(await db.select().from(erasures)).toMatchObject([{ kind: "contact", subjectId: contactId }, {}]);
});

test("a customer who is a person goes with those merged into it and all their contacts", async () => {
  const { db } = database;
  const [id, part] = [await addCustomer(db, "Naledi Mokoena"), await addCustomer(db, "N. Mokoena")];
  const contactId = await addContact(db, {
    ...{ customerId: part, name: "Naledi herself", role: "", email: "n@x.example", phone: "" },
    ...{ actor: cast.anna, now },
  });
  await log(part, { on: "2026-05-01", contactId, note: "Naledi herself called", amount: "5" });
  await mergeCustomers(db, { fromId: part, intoId: id, actor: cast.cara, now });
  const figures = (await everyFigure(db, filter)).overview;
  await erase("customer", id, "Naledi Mokoena");
  expect(await placesOf("Mokoena", "Naledi", "n@x.example")).toEqual([]);
  expect((await everyFigure(db, filter)).overview).toEqual(figures);
});

/** Two customers with a contact of one name each, and their conversations before and during a merge. */
async function mergedNamesakes() {
  const { db } = database;
  const [fromId, intoId] = [await addCustomer(db, "Kudu Kitchens"), await addCustomer(db, "Kudu Cafés")];
  const who = { name: "Lerato Nkosi", role: "", actor: cast.anna, now };
  const one = await addContact(db, { ...who, customerId: fromId, email: "", phone: "082 555 0199" });
  const other = await addContact(db, { ...who, customerId: intoId, email: "l@cafes.example", phone: "" });
  const own = await log(fromId, { on: "2026-05-01", contactId: one, note: "own" });
  const corrected = await log(fromId, { on: "2026-05-02", contactId: one, note: "corrected" });
  const change = { version: 1, actor: cast.anna, timeZone: cast.timeZone, now };
  const said = talk({ customerId: fromId, heldById: cast.anna.id, on: "2026-05-02", note: "corrected" });
  const content = { ...said, stageId: corrected.stageId };
  await correctConversation(db, { ...change, conversationId: corrected.id, content });
  await log(intoId, { on: "2026-05-03", contactId: other, note: "other's" });
  const mergeId = await mergeCustomers(db, { fromId, intoId, actor: cast.cara, now: later(1) });
  const during = { timeZone: cast.timeZone, actor: cast.anna, now: later(2) };
  const deal = { id: own.dealId as number };
  const entry = { customerId: intoId, heldById: cast.anna.id, contactId: other };
  const stageId = cast.stages["Demo given"];
  await logConversation(db, talk({ ...entry, on: "2026-05-04", stageId, deal, note: "goes back" }), during);
  await logConversation(db, talk({ ...entry, on: "2026-05-05", note: "stays" }), during);
  return { fromId, intoId, one, other, mergeId };
}

const nothing = { names: new Set<string>(), emails: new Set<string>(), phones: new Set<string>() };

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const notesOf = async () => (await database.db.select().from(conversations)).map(({ note }) => note).sort();

test("contacts that a merge made one are one person; after its undoing each is erased and exported alone", async () => {
  const { db } = database;
  const merged = await mergedNamesakes();
  const both = { contactIds: expect.arrayContaining([merged.one, merged.other]) };
  for (const id of [merged.one, merged.other])
    expect(await listPersonRows(db, "contact", id)).toMatchObject(both);
  await undoMerge(db, { mergeId: merged.mergeId, actor: cast.cara, now: later(3) });

  expect(await listPersonTalks(db, { contactIds: [merged.other], customerIds: [] })).toHaveLength(2);
  const held = JSON.parse(await exported("contact", merged.one));
  expect(held.contacts).toMatchObject([{ id: merged.one, phone: "082 555 0199", email: "" }]);
  const notes = held.conversationVersions.map(({ note }: { note: string }) => note);
  expect(new Set(notes)).toEqual(new Set(["own", "corrected", "goes back"]));
  const { sentences } = await foresee("contact", merged.one);
  expect(sentences).toContainEqual(expect.stringContaining("Contact “Lerato Nkosi” at Kudu Cafés"));
  await erase("contact", merged.one, "Lerato Nkosi");
  expect(await notesOf()).toEqual(["", "", "", "other's", "stays"]);
  const left = await db.select().from(contacts).where(eq(contacts.id, merged.other));
  expect(left).toMatchObject([{ name: "Lerato Nkosi", email: "l@cafes.example" }]);
  await erase("contact", merged.other, "Lerato Nkosi");
  expect(await notesOf()).toEqual(["", "", "", "", ""]);
});

test("what a merge kept of a contact's role and number goes with the contact, and its undoing brings nothing back", async () => {
  const { db } = database;
  const [fromId, intoId] = [await addCustomer(db, "Kiaat Kilns"), await addCustomer(db, "Kiaat Crafts")];
  const who = { name: "Lerato Nkosi", email: "", actor: cast.anna, now };
  const own = { role: "Chief glazier", phone: "5512" };
  const one = await addContact(db, { ...who, ...own, customerId: fromId });
  const other = await addContact(db, { ...who, role: "", phone: "", customerId: intoId });
  const merge = (minutes: number) =>
    mergeCustomers(db, { fromId, intoId, actor: cast.cara, now: later(minutes) });
  const undo = (mergeId: number, minutes: number) =>
    undoMerge(db, { mergeId, actor: cast.cara, now: later(minutes) });
  await undo(await merge(1), 2);
  const standing = await merge(3);
  expect(await placesOf("Chief glazier", "5512")).toContain("customer_merges.moved");
  await erase("contact", one, "Lerato Nkosi");
  expect(await placesOf("Chief glazier", `"5512"`, "Lerato Nkosi")).toEqual([]);
  await undo(standing, 4);
  for (const id of [one, other])
    expect(await db.select().from(contacts).where(eq(contacts.id, id))).toMatchObject([
      { name: `Erased contact ${id}`, role: "", email: "", phone: "", archivedAt: now },
    ]);
});

test("of two customers whose merge was undone, also the second of two, each is erased alone", async () => {
  const { db } = database;
  const { fromId, intoId, mergeId } = await mergedNamesakes();
  const groupId = await addCustomer(db, "Kudu Group");
  const merge = { fromId: intoId, intoId: groupId, actor: cast.cara, now: later(4) };
  const second = await mergeCustomers(db, merge);
  await undoMerge(db, { mergeId: second, actor: cast.cara, now: later(5) });
  await undoMerge(db, { mergeId, actor: cast.cara, now: later(6) });
  expect(await listPersonTalks(db, { contactIds: [], customerIds: [groupId] })).toEqual([]);
  await erase("customer", intoId, "Kudu Cafés");
  expect(await notesOf()).toEqual(["", "", "corrected", "goes back", "own"]);
  await erase("customer", fromId, "Kudu Kitchens");
  expect(await notesOf()).toEqual(["", "", "", "", ""]);
});

/** Erases somebody while another act is under way that has begun, and goes on once the erasing waits or is done. */
async function eraseDuring(
  person: { kind: PersonKind; id: number; typed: string },
  { begin, goOn }: Record<"begin" | "goOn", (tx: Database) => Promise<unknown>>,
): Promise<unknown> {
  const { db } = database;
  let erasing: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    await begin(tx);
    erasing = erasePerson(db, { ...person, actor: cast.cara, now }).catch((error: unknown) => error);
    await untilWaiting(db);
    await goOn(tx);
  });
  return erasing;
}

test("a contact that is corrected at the moment it is erased is corrected first, and what was written is erased too", async () => {
  const { contactId, customerId, facts } = await traces("Lerato Nkosi", "");
  const edit = (name: string, version: number) => async (tx: Database) =>
    editContact(tx, { ...facts, name, email: "new@x.example", contactId, version, actor: cast.anna, now });
  const person = { kind: "contact", id: contactId, typed: "Lerato Nkosi" } as const;
  const begin = (tx: Database) => lockCustomerRows(tx, [customerId]);
  const done = { notes: expect.any(Number) };
  expect(await eraseDuring(person, { begin, goOn: edit("Newer Surname", 2) })).toMatchObject(done);
  const again = { ...person, typed: `Erased contact ${contactId}` };
  const finished = { begin: edit("Newest Surname", 4), goOn: async () => {} };
  expect(await eraseDuring(again, finished)).toMatchObject(done);
  const written = ["Newer Surname", "Newest Surname", "new@x.example", "Lerato Nkosi", facts.email];
  expect(await placesOf(...written)).toEqual([]);
});

test("while the texts are looked through people log, correct and undo, and what they wrote by then is erased too", async () => {
  const { db } = database;
  const { contactId, elsewhere } = await traces("Lerato Nkosi", "");
  const change = (version: number, actor = cast.anna) => ({ version, actor, timeZone: cast.timeZone, now });
  const saying = (note: string) => ({
    ...talk({ customerId: elsewhere, heldById: cast.anna.id, on: "2026-05-02", note }),
  });
  const cleared = await log(elsewhere, { on: "2026-05-02", note: "Lerato Nkosi is back", stageId: null });
  const silent = await log(elsewhere, { on: "2026-05-02", note: "nobody", stageId: null });
  const clear = { conversationId: cleared.id, ...change(1), content: saying("cleared") };
  await correctConversation(db, clear);
  const done = await eraseDuring(
    { kind: "contact", id: contactId, typed: "Lerato Nkosi" },
    {
      // The last tables are not looked through before this transaction ends, those of the log are.
      begin: (tx) => tx.execute(sql`lock table ${stages}, ${topics} in access exclusive mode`),
      goOn: async (tx) => {
        await logConversation(tx, saying("LERATO NKOSI again"), change(1));
        const correct = { conversationId: silent.id, content: saying("Ask Lerato Nkosi") };
        await correctConversation(tx, { ...change(1), ...correct });
        await undoChange(tx, { conversationId: cleared.id, ...change(2) });
        await tx.insert(deals).values({ customerId: elsewhere, name: "For Lerato Nkosi", nameKey: "for" });
      },
    },
  );
  expect(done).toMatchObject({ notes: expect.any(Number) });
  expect(await placesOf("Lerato Nkosi", "Earlier Surname")).toEqual([]);
  const notes = (await db.select().from(conversations)).map(({ note }) => note);
  expect(notes).toEqual(expect.arrayContaining(["[erased] again", "Ask [erased]", "[erased] is back"]));
  const saves = (await db.select().from(conversations)).reduce((sum, { version }) => sum + version, 0);
  expect(await db.$count(conversationVersions)).toBe(saves);
});

test("a name a member gives themselves at the moment they are erased is erased too", async () => {
  const { db } = database;
  const [ben] = await db.select().from(members).where(eq(members.id, cast.ben.id));
  if (!ben) throw new Error("The cast has Ben.");
  const { version, appearance, singleKeys, defaultChannelId, defaultTopicId } = ben;
  const values = { appearance, singleKeys, defaultChannelId, defaultTopicId, name: "Benedict Newname" };
  const erased = await eraseDuring(
    { kind: "member", id: ben.id, typed: "Ben" },
    {
      begin: (tx) => changeProfile(tx, { memberId: ben.id, version, ...values }),
      goOn: async () => {},
    },
  );
  expect(erased).toMatchObject({ notes: expect.any(Number) });
  expect(await placesOf("Benedict")).toEqual([]);
});

test("what a removed member's device sent about the person loses its note, and its namesakes elsewhere keep theirs", async () => {
  const { db } = database;
  const who = { actor: cast.anna, now };
  const [id, elsewhere] = [await addCustomer(db, "Oryx Oils"), await addCustomer(db, "Pangolin Paints")];
  const facts = { role: "", email: "", phone: "" };
  const contactId = await addContact(db, { ...who, ...facts, name: "Tumi Dube", customerId: id });
  const { id: conversationId } = await log(id, { on: "2026-05-01", contactId });
  const sent = (customer: string, customerId: string, contactName: string) => ({
    ...{ memberId: cast.ben.id, deviceId: crypto.randomUUID() },
    entry: { customer, customerId, contactName, note: "Sold to Tumi Dube" },
  });
  await db
    .insert(quarantinedEntries)
    .values([
      sent("Oryx Oils", "", "tumi dube"),
      { ...sent("Oryx", String(id), "Tumi Dube"), decision: "discarded", decidedAt: now },
      sent("Pangolin Paints", String(elsewhere), "Tumi Dube"),
      sent("Oryx Oils", String(id), "Somebody else"),
      { ...sent("Oryx Oils", String(id), "T."), decision: "logged", decidedAt: now, conversationId },
    ]);
  const notes = async () => {
    const rows = await db.select().from(quarantinedEntries).orderBy(quarantinedEntries.id);
    return rows.map((row) => quarantinedValues(row).note);
  };
  await erase("contact", contactId, "Tumi Dube");
  expect(await notes()).toEqual(["", "", "Sold to [erased]", "Sold to [erased]", ""]);
  await erase("customer", id, "Oryx Oils");
  expect(await notes()).toEqual(["", "", "Sold to [erased]", "", ""]);
  expect(await placesOf("Tumi", "Oryx Oils")).toEqual([]);
});

test("an erased member is out at once and keeps what they held; the last admin and oneself are refused", async () => {
  const { db } = database;
  await db.execute(
    sql`update members set email = 'ben@team.example', password_hash = 'x' where id = ${cast.ben.id}`,
  );
  await startSession(db, { memberId: cast.ben.id, userAgent: "Ben's browser", now });
  const customerId = await addCustomer(db, "Jackal Joinery");
  await log(customerId, { on: "2026-05-01", heldById: cast.ben.id, note: "Ben promised, and Benjamin too" });
  const { overview } = await everyFigure(db, filter);
  await expect(erase("member", cast.cara.id, "Cara")).rejects.toThrow("Another admin");
  const makeBen = (role: "admin" | "member") =>
    db.update(members).set({ role }).where(eq(members.id, cast.ben.id));
  await makeBen("admin");
  // Cara has no login here, so nobody else could let anybody in.
  await expect(erase("member", cast.ben.id, "Ben")).rejects.toThrow("Ben is the last admin");
  await makeBen("member");
  await db.transaction(async (tx) => {
    await lockImports(tx);
    const erasing = erasePerson(db, { kind: "member", id: cast.ben.id, typed: "Ben", actor: cast.cara, now });
    await expect(erasing).rejects.toThrow("An import is running");
  });
  await erase("member", cast.ben.id, "Ben");
  const told = await db.select().from(auditLog).where(eq(auditLog.act, "erase member"));
  expect(told).toMatchObject([
    {
      ...{ memberId: cast.cara.id, subject: "member", subjectId: String(cast.ben.id) },
      after: { notes: 1, texts: expect.any(Number), tokensEnded: [], shareLinksEnded: [] },
    },
  ]);
  expect(told[0]?.after, "a link may be called by their name").not.toHaveProperty("shareLinkTitles");
  expect((await everyFigure(db, filter)).overview).toEqual(overview);
  expect(await placesOf("ben@team.example", "Ben's browser")).toEqual([]);
  const [row] = await db.select().from(conversations);
  expect(row).toMatchObject({ heldById: cast.ben.id, note: "[erased] promised, and Benjamin too" });
  const [ben] = await db.select().from(members).where(sql`id = ${cast.ben.id}`);
  const nothingLeft = { email: null, passwordHash: null, lastSeenAt: null };
  expect(ben).toMatchObject({ name: `Erased member ${cast.ben.id}`, ...nothingLeft, removedAt: now });
  await erasePerson(db, {
    ...{ kind: "member", id: cast.ben.id, typed: `Erased member ${cast.ben.id}`, actor: cast.cara },
    now: later(5),
  });
  const [again] = await db.select().from(members).where(eq(members.id, cast.ben.id));
  expect(again?.removedAt, "they left when they left").toEqual(now);
});

test("who was removed is listed with the day until they are erased", async () => {
  const { db } = database;
  expect(await listRemovedMembers(db)).toEqual([]);
  await db.update(members).set({ removedAt: now }).where(eq(members.id, cast.ben.id));
  expect(await listRemovedMembers(db)).toEqual([{ id: cast.ben.id, name: "Ben", removedAt: now }]);
  await erase("member", cast.ben.id, "Ben");
  expect(await listRemovedMembers(db)).toEqual([]);
});

test("nobody is invited into an erased member's history", async () => {
  const { db } = database;
  const invite = (memberId: number) =>
    inviteMember(db, { actor: cast.cara, now, invitee: { memberId }, role: "member" });
  const before = await listPeopleWithoutLogin(db);
  expect(before.map(({ name }) => name)).toContain("Ben");
  await erase("member", cast.ben.id, "Ben");
  expect(await listPeopleWithoutLogin(db)).toEqual(before.filter(({ id }) => id !== cast.ben.id));
  await expect(invite(cast.ben.id)).rejects.toThrow("Invite them as a new person");
});

test("a member's name on their invitation is erased too, in the audit log and wherever it is mentioned", async () => {
  const { db } = database;
  const byCara = { actor: cast.cara, now };
  const { token } = await inviteMember(db, {
    ...byCara,
    invitee: { name: "Wilhelmina Botha" },
    role: "member",
  });
  const acceptance = { by: "password", name: "Mina B.", email: "mina@team.example", password: "long enough" };
  const memberId = await acceptInvitation(db, { token, now, acceptance: { ...acceptance, by: "password" } });
  const other = await inviteMember(db, { ...byCara, invitee: { name: "Somebody Else" }, role: "viewer" });
  await log(await addCustomer(db, "Lynx Logistics"), {
    on: "2026-05-01",
    note: "Wilhelmina Botha starts soon",
  });
  await erase("member", memberId, "Mina B.");
  expect(await placesOf("Wilhelmina", "Mina B", "mina@team")).toEqual([]);
  const entries = await db.select().from(auditLog).where(eq(auditLog.act, "invite member"));
  expect(entries).toMatchObject([
    { after: { name: "[erased]", role: "member" } },
    { subjectId: String(other.invitationId), after: { name: "Somebody Else" } },
  ]);
});

test("whoever is erased while on the team ends all they let in, as if removed; what they logged offline arrives", async () => {
  const { db } = database;
  await db.execute(sql`update members set role = 'admin' where id = ${cast.ben.id}`);
  const ben = { id: cast.ben.id, role: "admin" } as const;
  const key = await deviceKey(db, { key: null, memberId: ben.id, now });
  await db.insert(shareLinks).values({
    ...{ tokenHash: "hash", title: "For the board", view: "stages", filter: {}, parts: [], madeById: ben.id },
    ...{ customersMasked: true, salespeopleByInitials: false, amountsHidden: false },
  });
  await makeToken(db, { actor: ben, now, name: "Sheet" });
  await inviteMember(db, { actor: ben, now, invitee: { name: "Somebody" }, role: "viewer" });
  const preview = () => foresee("member", ben.id);
  const isPutOut = expect.stringContaining("Ben is put out of the team");
  expect((await preview()).sentences).toContainEqual(isPutOut);
  await erase("member", ben.id, "Ben");
  expect(await listShareLinks(db, null)).toEqual([]);
  expect(await listOpenInvitations(db, now)).toEqual([]);
  expect(await db.select().from(apiTokens)).toMatchObject([{ revokedAt: now }]);
  expect((await preview()).sentences).not.toContainEqual(isPutOut);

  expect(await isDeviceOfRemoved(db, { key, memberId: ben.id })).toBe(true);
  const entry = { deviceId: crypto.randomUUID(), recordedAt: now, heardAt: now };
  const values = { ...emptyLogValues, customer: "Meerkat Motors", note: "Wants a quote" };
  const sent = { memberId: ben.id, team: await theTeam(), sentAt: now, now };
  await quarantineEntries(db, [{ ...entry, values }], sent);
  expect(await listQuarantined(db, 100)).toMatchObject([
    { member: `Erased member ${ben.id}`, entry: { note: "Wants a quote" } },
  ]);
});

test("after an erasure it is known when and by whom, until something is written of the person again", async () => {
  const { db } = database;
  const { contactId, customerId, facts } = await traces("Lerato Nkosi", "");
  const contact = { kind: "contact", id: contactId } as const;
  expect(await readErasure(db, contact)).toBeUndefined();
  await erase("contact", contactId, "Lerato Nkosi");
  const known = { erasedAt: now, erasedBy: "Cara", isBlank: true };
  expect(await readErasure(db, contact)).toEqual(known);
  const { id } = await log(customerId, { on: "2026-05-06", contactId, note: "Called again" });
  expect(await readErasure(db, contact)).toEqual({ ...known, isBlank: false });
  await erase("contact", contactId, `Erased contact ${contactId}`);
  expect(await readErasure(db, contact)).toEqual(known);
  expect(await db.select().from(conversations).where(eq(conversations.id, id))).toMatchObject([{ note: "" }]);

  await erase("member", cast.ben.id, "Ben");
  const ben = { kind: "member", id: cast.ben.id } as const;
  expect(await readErasure(db, ben)).toEqual(known);
  await erase("customer", customerId, "Hornbill Haulage");
  for (const person of [contact, { kind: "customer", id: customerId } as const])
    expect(await readErasure(db, person)).toEqual(known);
  await addContact(db, { ...facts, name: "Lerato again", customerId, actor: cast.anna, now });
  expect(await readErasure(db, { kind: "customer", id: customerId })).toEqual({ ...known, isBlank: false });
});

test("the export holds the person's details, former ones too, and every version that is theirs or mentions them", async () => {
  const { contactId, own, other } = await traces("Lerato Nkosi", "Lerato Nkosi asked again");
  const held = JSON.parse(await exported("contact", contactId));
  expect(held.contacts).toMatchObject([{ name: "Lerato Nkosi", email: "l.nkosi@hornbill.example" }]);
  expect(JSON.stringify(held.audit)).toContain("Earlier Surname");
  const ids = held.conversationVersions.map(
    ({ conversationId }: { conversationId: number }) => conversationId,
  );
  expect(ids).toEqual(expect.arrayContaining([own.id, other.id]));
  await erase("contact", contactId, "Lerato Nkosi");
  expect(await exported("contact", contactId)).not.toMatch(/Nkosi|Earlier Surname/);
});

test("the export holds every text that erasing would change, with where it stands", async () => {
  const { db } = database;
  const { contactId } = await traces("Lerato Nkosi", "Lerato Nkosi asked", "lérato  NKOSI");
  await db.execute(sql`update stages set guide = 'Lerato Nkosi agreed' where id = ${cast.stages.Won}`);
  await addTopic("Ask Lerato Nkosi");
  await makeToken(db, { actor: cast.cara, now, name: "Sheet of Lerato Nkosi" });
  const stands = await placesOf("Lerato Nkosi", "Lérato  Nkosi", "l%C3%A9rato++NKOSI", "Earlier Surname");
  const { mentions, followUpSnoozes: snoozes } = JSON.parse(await exported("contact", contactId));
  const places = mentions.map(({ table, column }: Mention) => `${table}.${column}`);
  const withTheirRows = ["contacts", "topics", "conversations", "conversation_versions"];
  expect(new Set([...places, "backup"])).toEqual(
    new Set(stands.filter((place) => !withTheirRows.includes(place.split(".")[0] ?? ""))),
  );
  expect(mentions).toContainEqual({
    ...{ table: "stages", row: { id: cast.stages.Won }, column: "guide", text: "Lerato Nkosi agreed" },
  });
  expect(snoozes).toMatchObject([{ reason: "lérato  NKOSI is away" }]);
  expect(mentions).toContainEqual(expect.objectContaining({ table: "follow_up_snoozes" }));
  expect(mentions).toContainEqual(
    expect.objectContaining({ table: "quarantined_entries", text: "lérato  NKOSI" }),
  );
  await erase("contact", contactId, "Lerato Nkosi");
  expect(JSON.parse(await exported("contact", contactId)).mentions).toEqual([]);
});

test("a member's export holds their invitation, what they let in and what they logged, and no secret", async () => {
  const { db } = database;
  const invitee = { memberId: cast.ben.id };
  await inviteMember(db, { actor: cast.cara, now, invitee, role: "admin" });
  await db.execute(
    sql`update members set role = 'admin', password_hash = 'pass', email = 'b@x' where id = ${cast.ben.id}`,
  );
  await makeToken(db, { actor: { id: cast.ben.id, role: "admin" }, now, name: "Ben's sheet" });
  await deviceKey(db, { key: null, memberId: cast.ben.id, now });
  await traces("Lerato Nkosi", "");
  const text = await exported("member", cast.ben.id);
  const held = JSON.parse(text);
  expect(held).toMatchObject({
    ...{ members: [{ name: "Ben" }], invitations: [{ name: "Ben" }], apiTokens: [{ name: "Ben's sheet" }] },
    ...{
      devices: [{ memberId: cast.ben.id }],
      quarantinedEntries: [{ entry: { contactName: "Lerato Nkosi" } }],
    },
    audit: [{ act: "invite member" }],
  });
  expect(text).not.toMatch(/Hash/);
});

test("what is called after a person keeps its name, and the preview says so; a longer word is another", async () => {
  const { db } = database;
  for (const name of ["Ask Ben", "Benefits"]) await addTopic(name);
  await db.execute(sql`update stages set name = 'Bén decides' where id = ${cast.stages.Won}`);
  for (const name of ["Benjamin & Co", "Ben & Co"]) await addCustomer(db, name);
  const { sentences } = await foresee("member", cast.ben.id);
  expect(sentences).toEqual(
    expect.arrayContaining([
      "Of the same name, or reached the same way, and not erased along: Customer “Ben & Co”.",
      "Called after this person, and keeping the name until you change it: Stage “Bén decides”; Topic “Ask Ben”.",
    ]),
  );
});

test("of what there is none of, the preview says nothing", async () => {
  const { sentences } = await foresee("customer", await addCustomer(database.db, "Quagga Quilts"));
  expect(sentences).toEqual([
    expect.stringMatching(/^From then on this person is called/),
    expect.stringMatching(/^This cannot be undone/),
  ]);
});

test("what erasing would do is shown at once, whoever is writing whatever, and locks and writes nothing", async () => {
  const { db } = database;
  const { contactId } = await traces("Lerato Nkosi", "Lerato Nkosi asked again");
  const tables = new Set((await listTextColumns(db)).map(({ table }) => table));
  await db.transaction(async (tx) => {
    await lockMembers(tx);
    await lockPipelineExclusive(tx);
    await lockImports(tx);
    const all = [...tables].map((table) => sql.identifier(table));
    await tx.execute(sql`lock table ${sql.join(all, sql`, `)} in exclusive mode`);
    expect((await foresee("contact", contactId)).sentences).toContainEqual(
      expect.stringContaining("The notes of 3 conversations"),
    );
  });
});

test("a secret's hash is no text that says anybody, whatever letters it begins with", async () => {
  const { db } = database;
  const customerId = await addCustomer(db, "Quelea Quarries");
  const facts = { role: "", email: "", phone: "", actor: cast.anna, now };
  const contactId = await addContact(db, { ...facts, name: "Ada", customerId });
  await makeToken(db, { actor: cast.cara, now, name: "Sheet for Ada" });
  await db.update(apiTokens).set({ tokenHash: "ada4f1" });
  await erase("contact", contactId, "Ada");
  expect(await db.select().from(apiTokens)).toMatchObject([
    { name: "Sheet for [erased]", tokenHash: "ada4f1" },
  ]);
});

const word = fc.constantFrom("Zoë", "O'Brien", "Zoltán", "d.Angelo", 'Quo"te', "Back\\slash", "van", "Žižek");
test("whatever the name, erasure leaves it in no table and no backup, and changes no figure", async () => {
  await fc.assert(
    fc.asyncProperty(
      word,
      word,
      fc.constantFrom("with NAME.", "NAME", "(NAME, NAME)"),
      async (one, two, text) => {
        await database.drop();
        database = await createTestDatabase();
        cast = await castTeam(database.db);
        const name = `${one} ${two}`;
        const { contactId } = await traces(name, text.replaceAll("NAME", name));
        const { overview, analysis, funnel, trends } = await everyFigure(database.db, filter);
        await erase("contact", contactId, name);
        expect(await placesOf(name, JSON.stringify(name).slice(1, -1), "Earlier Surname")).toEqual([]);
        expect(await everyFigure(database.db, filter)).toMatchObject({ overview, analysis, funnel, trends });
      },
    ),
    { numRuns: 8 },
  );
}, 120_000);

const ways: Record<string, (name: string) => string> = {
  "as it is": (name) => name,
  decomposed: (name) => name.normalize("NFD"),
  "without accents": withoutAccents,
  "in capitals": (name) => name.toUpperCase(),
};
const unspacedNames = ["김민준", "が ぎ"];
const ofNames = fc.constantFrom(
  "Zoë Müller",
  "Élodie Ångström",
  "Đặng Thị Ngọc",
  "Žofie",
  "Ελένη Ώρα",
  ...unspacedNames,
);
const written = fc.tuple(
  ofNames,
  fc.constantFrom(...Object.values(ways)),
  fc.constantFrom(...Object.values(ways)),
);

test("a name is erased with or without its accents, in either Unicode form, from every text", async () => {
  const given = "Élodie Ångström";
  for (const way of [withoutAccents, (name: string) => name.normalize("NFD")]) {
    const { contactId } = await traces(given, `Ask ${way(given)}. ${way("Élodie")} alone stays`, way(given));
    await erase("contact", contactId, given);
    expect(await placesOf("Ångström", "Ångström".normalize("NFD"), "Angstrom", "%C3%85", "A%CC%8A")).toEqual(
      [],
    );
    const notes = (await database.db.select().from(conversations)).map(({ note }) => note);
    expect(notes).toContain(`Ask [erased]. ${way("Élodie")} alone stays`);
    await database.drop();
    database = await createTestDatabase();
    cast = await castTeam(database.db);
  }
});

const finderOf = (marks: PersonMarks): PersonFinder => personFinder(marks) ?? (() => []);

test("what a text is searched for by the database is what is taken out of it", async () => {
  const text = fc.tuple(
    fc.constantFrom("", "Ask ", "jo", "(", "e\u0301 "),
    fc.constantFrom("", "s", ".", " e", "\u0301"),
  );
  await fc.assert(
    fc.asyncProperty(written, text, async ([name, asGiven, asWritten], [before, after]) => {
      const marks = { ...nothing, names: new Set([asGiven(name)]) };
      const said = `${before}${asWritten(name)}${after}`;
      const [row] = await database.db.execute<{ is: boolean }>(sql`
        select ${mayMention(sql`said`, searchPattern(marks) ?? "")} as is from (values (${said}::text)) as texts (said)`);
      expect(row?.is).toBe(true);
      const isWithin = /\p{L}$/u.test(before) || (!name.includes(" ") && after === "s");
      expect(withoutPerson(said, finderOf(marks)) === said).toBe(isWithin && !unspacedNames.includes(name));
    }),
    { numRuns: 200 },
  );
});

test("a name within a longer word is another name", () => {
  const find = finderOf({ ...nothing, names: new Set(["Ann Lee"]) });
  expect(withoutPerson("Ann Lee, Joann Lee, ann\nlee", find)).toBe("[erased], Joann Lee, [erased]");
  const called = (phone: string) => finderOf({ ...nothing, phones: new Set([phone]) });
  expect(withoutPerson("+27 82 555 0199, 27825550199, 82-555-0199", called("(082) 555 0199"))).toBe(
    "[erased], [erased], [erased]",
  );
  expect(
    withoutPerson("0027825550199, 00278255 50199, 0027 82 555 0199", called("+27 82 555 0199")),
    "dialled from abroad",
  ).toBe("[erased], [erased], [erased]");
  expect(withoutPerson("Call 5550199", called("555 0199"))).toBe("Call [erased]");
  expect(withoutPerson("Call 550199", called("55 0199")), "it may be any number").toBe("Call 550199");
  const single = finderOf({ ...nothing, names: new Set(["Ann"]), phones: new Set(["12"]) });
  expect(withoutPerson("Ann, Anna, 12", single)).toBe("[erased], Anna, 12");
});

const named = (name: string): PersonMarks => ({ ...nothing, names: new Set([name]) });

const inOtherScripts = [
  ["田中太郎", "昨日田中太郎さんと話した", "昨日[erased]さんと話した"],
  ["王小明", "今天和王小明谈了合同，VP王小明", "今天和[erased]谈了合同，VP[erased]"],
  ["김철수", "김철수와 통화했다. 고객김철수님", "[erased]와 통화했다. 고객[erased]님"],
  ["김지", "김지와, 김진과", "[erased]와, 김진과"],
  ["かた", "昨日かたさんと、かださんと", "昨日[erased]さんと、かださんと"],
  ["タロー", "昨日タローさんと", "昨日[erased]さんと"],
  ["이", "이번 주에 이 왔다", "이번 주에 [erased] 왔다"],
  ["สมชาย", "คุยกับสมชายแล้ว", "คุยกับ[erased]แล้ว"],
  ["ສົມສັກ", "ລົມກັບສົມສັກແລ້ວ", "ລົມກັບ[erased]ແລ້ວ"],
  ["សុខា", "និយាយជាមួយសុខាហើយ", "និយាយជាមួយ[erased]ហើយ"],
  ["အောင်", "ကိုအောင်နဲ့", "ကို[erased]နဲ့"],
  ["דני כהן", "שלחתי לדני כהן, ושלדני כהן", "שלחתי ל[erased], ושל[erased]"],
  ["דני", "אמרתי לדני. אבלדני ודנית", "אמרתי ל[erased]. אבלדני ודנית"],
  ["أحمد علي", "وأحمد علي، ولأحمد علي", "و[erased]، ول[erased]"],
  ["John", "昨日Johnさんと。John과 통화", "昨日[erased]さんと。[erased]과 통화"],
  ["田中John", "昨日田中Johnと田中Johnson", "昨日[erased]と田中Johnson"],
  ["O'Brien", "O’Brien, Oʼbrien, o'brien, O’Brien’s", "[erased], [erased], [erased], [erased]’s"],
  ["O’Brien", "O'Brien, DO'Brien", "[erased], DO'Brien"],
  ["Ann", "Annʼs, dʼAnn, Anna, Joann", "[erased]ʼs, dʼ[erased], Anna, Joann"],
  ["Ann Lee", "Ask A\u200bnn\u00ad \u2060Le\ufeffe\u202c.", "Ask [erased]\u202c."],
  ["An\u200dn Lee", "Ann Lee, met\u200bAnn Lee", "[erased], met\u200b[erased]"],
  ["Ann", "A\u00adnna, Jo\u00adA\u00adnn", "A\u00adnna, Jo\u00ad[erased]"],
  ["علی", "علی\u200cها، عل\u200cی", "[erased]\u200cها، [erased]"],
] as const;

test.each(inOtherScripts)(
  "%s is found as the script it stands in is written: %s",
  async (name, said, left) => {
    expect(withoutPerson(said, finderOf(named(name)))).toBe(left);
    const [row] = await database.db.execute<{ is: boolean }>(sql`
    select ${mayMention(sql`said`, searchPattern(named(name)) ?? "")} as is from (values (${said}::text)) as texts (said)`);
    expect(row?.is).toBe(true);
  },
);

test("an address or a number is found directly beside a script without spaces", () => {
  const marks = { ...nothing, emails: new Set(["t@x.example"]), phones: new Set(["138 1234 5678"]) };
  const said = "电话13812345678，邮箱t@x.example谢谢, not@x.example";
  expect(withoutPerson(said, finderOf(marks))).toBe("电话[erased]，邮箱[erased]谢谢, not@x.example");
});

test("what nobody sees, however much of it, makes no name of two words", () => {
  for (const one of ["\u200b", "\ufeff", " ", " \ufeff", "\u200b "]) {
    const said = `Ann${one.repeat(20_000)}Bee`;
    expect(withoutPerson(said, finderOf(named("Ann Lee")))).toBe(said);
  }
});

test("a name in a script without spaces, and one with another apostrophe, goes from every text", async () => {
  for (const [name, note, left] of [
    ["田中太郎", "昨日田中太郎さんと話した", "昨日[erased]さんと話した"],
    ["Sean O'Brien", "Ask Sean O’Brien’s boss", "Ask [erased]’s boss"],
    ["Thandi Zulu", "Ask Tha\u200bndi\u200b Zu\u00adlu today", "Ask [erased] today"],
  ] as const) {
    const { contactId } = await traces(name, note, name.replace("'", "’"));
    await erase("contact", contactId, name);
    expect(await placesOf(name, name.replace("'", "’"))).toEqual([]);
    expect((await database.db.select().from(conversations)).map((row) => row.note)).toContain(left);
    await database.drop();
    database = await createTestDatabase();
    cast = await castTeam(database.db);
  }
});

/** The plain way to find what a finder does: one pattern of all. */
const patternOf = (marks: PersonMarks): PersonFinder => {
  const sources = partsOfPerson(marks, "script").map(({ source }) => source);
  return (plain) => plain.matchAll(new RegExp(`${everyBeginning.source}(${sources.join("|")})`, "giu"));
};

test("a finder of many names leaves of any text what the pattern of all of them does", () => {
  const names = [
    ...inOtherScripts.map(([name]) => name),
    "Ann Lee",
    "Ann",
    "Lee Ann",
    "Straße",
    "ΓΙΏΡΓΟΣ",
    "Zoë +1",
    "Groß",
    "ΝΙΚΟΣ",
  ];
  const marks = {
    names: new Set(names),
    emails: new Set(["ann@x.example", "ann", "t@x.example"]),
    phones: new Set(["+27 82 555 0199", "138 1234 5678", "5550199"]),
  };
  const [pattern, finder] = [patternOf(marks), finderOf(marks)];
  const said = [
    ...inOtherScripts.map(([, text]) => text),
    ...names,
    ...marks.emails,
    ...marks.phones,
    "0027825550199",
    "A\u200bnn Le\u00ade",
    "\u200elee \u2060Ann\u200f",
    "an\u200dn@x.example",
    "082\u2060 555 0199",
    "GROẞ",
    "Νικοσ",
  ];
  for (const sameLetters of said.slice(-2)) expect(withoutPerson(sameLetters, finder)).toBe("[erased]");
  const between = ["", " ", "+", "%20", "\n", "jo", "s", "・", "(", "27", "STRASSE", "Γιώργος"];
  const text = fc
    .array(fc.constantFrom(...said, ...between), { maxLength: 12 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.constantFrom(...Object.values(ways)), (written, way) => {
      expect(withoutPerson(way(written), finder)).toBe(withoutPerson(way(written), pattern));
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...Object.values(ways)),
      fc.constantFrom(...names),
      (written, way, name) => {
        const only = finderOf(named(name));
        expect(withoutPerson(way(written), only)).toBe(withoutPerson(way(written), patternOf(named(name))));
      },
    ),
    { numRuns: 300 },
  );
});

test("a customer with hundreds of contacts is previewed, exported and erased as one with few", async () => {
  const { db } = database;
  const [id, elsewhere] = [await addCustomer(db, "Marula Market"), await addCustomer(db, "Ibis Imports")];
  const many = Array.from({ length: 300 }, (_, index) => ({
    ...{ customerId: id, name: `Lerato N${index}x`, nameKey: `lerato n${index}x`, role: "" },
    ...{ email: `l${index}@x.example`, phone: `+27 82 55${String(index).padStart(5, "0")}` },
  }));
  await db.insert(contacts).values(many);
  await log(elsewhere, {
    on: "2026-05-01",
    note: "Ask LÉRATO  N7x, N8x, Lerato N299x's boss or 082-550-0123",
  });
  await log(elsewhere, { on: "2026-05-02", note: "Joelerato N7x: another" });
  await addTopic("For lerato n12x");
  expect((await foresee("customer", id)).sentences).toContain(
    "Called after this person, and keeping the name until you change it: Topic “For lerato n12x”.",
  );
  const held = JSON.parse(await exported("customer", id));
  expect(held.conversationVersions).toMatchObject([{ note: expect.stringContaining("LÉRATO  N7x") }]);
  await erase("customer", id, "Marula Market");
  expect(await notesOf()).toEqual([
    "Ask [erased], N8x, [erased]'s boss or [erased]",
    "Joelerato N7x: another",
  ]);
});

test("whoever held more conversations than are read at once is exported with all of them", async () => {
  const { db } = database;
  const [customerId, id] = [await addCustomer(db, "Eland Estates"), cast.ben.id];
  const held = await db.execute<{ id: string }>(sql`
    insert into conversations (customer_id, occurred_at, local_date, date_only, held_by_id, recorded_by_id, recorded_at)
    select ${customerId}, '2026-05-01 08:00Z', '2026-05-01', false, ${id}, ${id}, '2026-05-01 08:00Z'
    from generate_series(1, 501) returning id`);
  const ids = held.map((row) => Number(row.id));
  await keepVersions(db, ids, { act: "logged", savedById: id, savedAt: now });
  const { conversationVersions: told } = JSON.parse(await exported("member", id));
  expect(told.map(({ conversationId }: { conversationId: number }) => conversationId)).toEqual(ids);
});
