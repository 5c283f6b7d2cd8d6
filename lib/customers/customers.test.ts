import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { getContact } from "@/db/queries/contacts";
import { listCustomerDeals, listCustomerSpans } from "@/db/queries/customer-deals";
import {
  countCustomers,
  getCustomer,
  isUnusedCustomer,
  listContacts,
  listCustomers,
} from "@/db/queries/customers";
import { listTimeline, listVersions } from "@/db/queries/timeline";
import { auditLog, contacts, customers } from "@/db/schema";
import { teamFormats } from "@/lib/format/team-formats";
import { deleteConversation } from "@/lib/log/change-conversation";
import { lookUpCustomers } from "@/lib/log/customer-said";
import { logConversation } from "@/lib/log/log-conversation";
import { RuleError } from "@/lib/rule-error";
import { castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { heldUpBy } from "@/tests/support/held-up-by";
import { untilWaiting } from "@/tests/support/until-waiting";
import { addContact, archiveContact, editContact } from "./change-contact";
import { addCustomer, archiveCustomer, editCustomer, restoreCustomer } from "./change-customer";
import { customerAddress } from "./customer-address";
import { listNearCustomers } from "./near-customers";
import { toldChange } from "./told-change";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const today = "2026-06-30";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

const add = (name: string) => addCustomer(database.db, { name, openedOn: today, actor: cast.anna, now });
const find = async (search: string, archived = false) => {
  const rows = await listCustomers(database.db, { search, archived, after: null, today, limit: 100 });
  expect((await countCustomers(database.db, search))[archived ? "archived" : "active"]).toBe(rows.length);
  return rows.map(({ name }) => name);
};

/** The last entry of the audit log on a record, and how many there are. */
async function lastEntry(subject: string, id: number) {
  const entries = await database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subject, subject), eq(auditLog.subjectId, String(id))))
    .orderBy(asc(auditLog.id));
  return { count: entries.length, entry: entries.at(-1) };
}

test("a customer is added once, whatever the spelling, also by twenty at once", async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => add("Mopane Mills")));
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(add(" mopane MILLS ")).rejects.toThrow("already");
  await expect(add("  ")).rejects.toThrow("Write the customer's name");
  await expect(
    addCustomer(database.db, { name: "By a viewer", openedOn: null, actor: cast.vera, now }),
  ).rejects.toThrow("Viewers read");
});

test("a name of nothing that can be seen is none", async () => {
  for (const name of ["\u200B", "\u00AD", " \u2060 \uFEFF"])
    await expect(add(name)).rejects.toThrow("Write the customer's name");
});

test("the name of a customer and of a contact is one line", async () => {
  const id = await add("Nyala\r\n Nursery");
  expect(await getCustomer(database.db, id)).toMatchObject({ name: "Nyala Nursery" });
  await expect(add("nyala\tnursery")).rejects.toThrow("already");
  const facts = { customerId: id, name: "Jane\nDoe", role: "", email: "", phone: "" };
  await addContact(database.db, { ...facts, actor: cast.anna, now });
  expect(await listContacts(database.db, id)).toMatchObject([{ name: "Jane Doe" }]);
});

test("a new name is near others but for a letter, accents, spaces, legal form, or as a part of them", async () => {
  const id = await add("Zürich Watch & Clock (Pty) Ltd");
  const near = async (name: string) => (await listNearCustomers(database.db, name)).map((each) => each.id);
  for (const name of [
    "Zurich Watch and Clock",
    "zürich  watch\u00a0clock",
    "ZürichWatch Clock GmbH",
    "Zurihc Watch",
    "Watch",
  ])
    expect(await near(name), name).toEqual([id]);
  for (const name of ["zürich watch & clock (pty) ltd", "Zürich Tyres", "Watchtower"])
    expect(await near(name), name).toEqual([]);
  const short = await add("Ñandú");
  expect(await near("Nandu")).toEqual([short]);
  const numbered = await add("Workshop 12 North");
  expect(await near("Workshop 12 Nort")).toEqual([numbered]);
  for (const name of ["Workshop 13 North", "Workshop12 Nord 1"]) expect(await near(name), name).toEqual([]);
  await archiveCustomer(database.db, { customerId: id, version: 1, actor: cast.anna, now });
  expect(await listNearCustomers(database.db, "Zurich Watch")).toEqual([
    { id, name: "Zürich Watch & Clock (Pty) Ltd", hint: "archived", href: `/customers/${id}` },
  ]);
});

test("an edit is refused to whoever saw an older version, and a taken name to everybody", async () => {
  const customerId = await add("Nguni Networks");
  const seen = { customerId, version: 1, actor: cast.ben, now };
  await editCustomer(database.db, { ...seen, name: "Nguni Network", openedOn: null });
  expect(await getCustomer(database.db, customerId)).toMatchObject({
    name: "Nguni Network",
    openedOn: null,
    version: 2,
  });
  await expect(editCustomer(database.db, { ...seen, name: "Nguni", openedOn: null })).rejects.toThrow(
    "meanwhile",
  );
  await expect(
    editCustomer(database.db, { ...seen, version: 2, name: "MOPANE MILLS", openedOn: null }),
  ).rejects.toThrow("already");
});

test("a customer stored with signs that turn its direction is found, and loses them when it is edited", async () => {
  const { db } = database;
  const customerId = await add("Ynapmoc");
  const kept = { name: "\u202EYnapmoc\u202C", nameKey: "\u202Eynapmoc\u202C" };
  await db.update(customers).set(kept).where(eq(customers.id, customerId));
  for (const search of ["ynap", kept.name]) expect(await find(search)).toEqual([kept.name]);
  const seen = { customerId, version: 1, actor: cast.ben, now };
  await editCustomer(db, { ...seen, name: kept.name, openedOn: null });
  expect(await getCustomer(db, customerId)).toMatchObject({ name: "Ynapmoc" });
  await expect(add(kept.name)).rejects.toThrow("There is a customer “Ynapmoc” already.");
});

test("an account is opened on the team's today at the latest, for whoever adds or edits a customer", async () => {
  const who = { actor: cast.anna, now: new Date("2026-06-30T23:30:00Z") };
  const facts = { name: "Olive Oils", openedOn: "2026-07-02" };
  await expect(addCustomer(database.db, { ...who, ...facts })).rejects.toThrow("still to come");
  const customerId = await addCustomer(database.db, { ...who, ...facts, openedOn: "2026-07-01" });
  await expect(editCustomer(database.db, { ...who, ...facts, customerId, version: 1 })).rejects.toThrow(
    "still to come",
  );
  expect(await getCustomer(database.db, customerId)).toMatchObject({ openedOn: "2026-07-01", version: 1 });
});

/** What a second act is told that looks before the first one is saved, and saves after it. */
async function meetingOf(act: (db: Database) => Promise<unknown>, other: (db: Database) => Promise<unknown>) {
  let told: Promise<unknown> | undefined;
  await database.db.transaction(async (tx) => {
    await act(tx);
    told = other(database.db).then(
      () => "saved",
      (error: unknown) => error,
    );
    await untilWaiting(database.db);
  });
  return told;
}

test("of two who give two customers one name at once, the second is told that it is taken", async () => {
  const [one, other] = [await add("Oribi Optics"), await add("Otter Optics")];
  const rename = (customerId: number, name: string) => (db: Database) =>
    editCustomer(db, { customerId, version: 1, name, openedOn: null, actor: cast.ben, now });
  expect(await meetingOf(rename(one, "Oribi & Otter"), rename(other, "ORIBI & otter"))).toEqual(
    new RuleError("There is a customer “Oribi & Otter” already.", {
      onward: { label: "Show it", href: customerAddress(one) },
    }),
  );
  expect(await getCustomer(database.db, other)).toMatchObject({ name: "Otter Optics", version: 1 });
});

test("of two who give two contacts one name at once, the second is told that it is taken", async () => {
  const customerId = await add("Puku Prints");
  const facts = { role: "", email: "", phone: "", actor: cast.anna, now };
  const [one, other] = [
    await addContact(database.db, { ...facts, customerId, name: "Sipho" }),
    await addContact(database.db, { ...facts, customerId, name: "Sibusiso" }),
  ];
  const rename = (contactId: number) => (db: Database) =>
    editContact(db, { ...facts, contactId, version: 1, name: "Sizwe" });
  const taken = new RuleError("“Sizwe” is a contact here already.");
  expect(await meetingOf(rename(one), rename(other))).toEqual(taken);
  const added = (db: Database) => addContact(db, { ...facts, customerId, name: "Zola" });
  const renamed = (db: Database) => editContact(db, { ...facts, contactId: other, version: 1, name: "Zola" });
  expect(await meetingOf(renamed, added)).toEqual(new RuleError("“Zola” is a contact here already."));
});

test("who changes a contact waits for what is done at its customer or with it, and holds nothing of it meanwhile", async () => {
  const { db } = database;
  const customerId = await add("Roan Rope");
  const facts = { name: "Thabo", email: "", phone: "", actor: cast.anna, now };
  const contactId = await addContact(db, { ...facts, customerId, role: "" });
  const edit = (on: Database, version: number, role: string) =>
    editContact(on, { ...facts, contactId, version, role });
  const adding = (tx: Database) => addContact(tx, { ...facts, customerId, name: "Themba", role: "" });
  const waited = heldUpBy(
    db,
    adding,
    () => edit(db, 1, "Buyer"),
    (tx) => edit(tx, 1, "Owner"),
  );
  await expect(waited).rejects.toThrow("meanwhile");
  // As a merge of customers does that moves it away from the one that is waited for.
  const moving = (tx: Database) => tx.update(contacts).set({ version: 3 }).where(eq(contacts.id, contactId));
  await expect(heldUpBy(db, moving, () => edit(db, 2, "Buyer"))).rejects.toThrow("meanwhile");
});

test("a contact cannot have an archived one's name: it is told how that one comes back", async () => {
  const customerId = await add("Warthog Wax");
  const facts = { role: "", email: "", phone: "", actor: cast.anna, now };
  const archived = await addContact(database.db, { ...facts, customerId, name: "Ulwazi" });
  const contactId = await addContact(database.db, { ...facts, customerId, name: "Vusi" });
  await archiveContact(database.db, { ...facts, contactId: archived, version: 1 });
  const renamed = editContact(database.db, { ...facts, contactId, version: 1, name: "ULWAZI" });
  await expect(renamed).rejects.toThrow(
    "“Ulwazi” is an archived contact here. Adding a contact of that name takes it back; else choose another name.",
  );
  expect(await addContact(database.db, { ...facts, customerId, name: "ULWAZI" })).toBe(archived);
});

test("a customer is unused until a conversation is logged with it, and again when that is taken back", async () => {
  const customerId = await add("Lynx Leather");
  const isUnused = () => isUnusedCustomer(database.db, customerId);
  expect(await isUnused()).toBe(true);
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-06-29" });
  const who = { actor: cast.anna, now };
  const { id } = await logConversation(database.db, entry, { ...who, timeZone: cast.timeZone });
  expect(await isUnused()).toBe(false);
  await deleteConversation(database.db, { ...who, conversationId: id, version: 1 });
  expect(await isUnused()).toBe(true);
  await archiveCustomer(database.db, { ...who, customerId, version: 1 });
  expect(await isUnused()).toBe(false);
});

test("an archived customer leaves the list and comes back", async () => {
  const customerId = await add("Okapi Oil");
  await archiveCustomer(database.db, { customerId, version: 1, actor: cast.anna, now });
  expect([await find("okapi"), await find("okapi", true)]).toEqual([[], ["Okapi Oil"]]);
  await restoreCustomer(database.db, { customerId, version: 2, actor: cast.anna, now });
  expect(await find("okapi")).toEqual(["Okapi Oil"]);
});

test("a search finds by any part of the name, and by a contact's name, e-mail or phone however it is written", async () => {
  const customerId = await add("Pangolin 100%");
  const facts = {
    name: "Lerato Nkosi",
    role: "Buyer",
    email: "lerato@pangolin.example",
    phone: "+27 (82) 555-0199",
  };
  await addContact(database.db, { ...facts, customerId, actor: cast.anna, now });
  for (const search of ["golin", "100%", "nkosi", "@PANGOLIN", "082 555 0199", "825550199"])
    expect(await find(search), search).toEqual(["Pangolin 100%"]);
  expect(await find("0%0")).toEqual([]);
  const local = { ...facts, name: "Sipho Dube", phone: "(082) 123-4567" };
  await addContact(database.db, { ...local, customerId, actor: cast.anna, now });
  for (const search of ["+27821234567", "0027 82 123 4567", "082 123 4567", "1234567"])
    expect(await find(search), search).toEqual(["Pangolin 100%"]);
  for (const search of ["+27831234567", "+27821234568"]) expect(await find(search), search).toEqual([]);
  const foundBy = async (search: string) =>
    (await listCustomers(database.db, { search, archived: false, after: null, today, limit: 5 }))[0]
      ?.foundContact;
  expect([await foundBy("555 0199"), await foundBy("pangolin"), await foundBy("")]).toEqual([
    "Lerato Nkosi",
    null,
    null,
  ]);
  const stageId = cast.stages["Demo given"];
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-06-29", stageId });
  await logConversation(database.db, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
  const formats = teamFormats({ locale: "en-ZA", currency: "ZAR", currencyDigits: 2, timeZone: "UTC" });
  const looking = { memberId: cast.ben.id, limit: 5, formats, today };
  const hintsOf = async (search: string) =>
    (await lookUpCustomers(database.db, { ...looking, search })).map(({ hint }) => hint);
  expect([await hintsOf("lerato"), await hintsOf("pangolin")]).toEqual([
    ["Lerato Nkosi · Demo given"],
    ["Demo given"],
  ]);
});

test("a contact is unique at its customer; archived it leaves the list and comes back when added again", async () => {
  const customerId = await add("Quiver Tree");
  const facts = { name: "Themba", role: "", email: "", phone: "" };
  const who = { actor: cast.anna, now };
  const contactId = await addContact(database.db, { ...who, ...facts, customerId });
  await expect(addContact(database.db, { ...who, ...facts, name: "themba", customerId })).rejects.toThrow(
    "already",
  );
  const byVera = { ...who, actor: cast.vera };
  const seenByVera = { ...byVera, contactId, version: 1 };
  for (const change of [
    () => addContact(database.db, { ...byVera, ...facts, name: "Vusi", customerId }),
    () => editContact(database.db, { ...seenByVera, ...facts, role: "Owner" }),
    () => archiveContact(database.db, seenByVera),
    () => editCustomer(database.db, { ...seenByVera, customerId, name: "Quiver", openedOn: null }),
    () => archiveCustomer(database.db, { ...seenByVera, customerId }),
  ])
    await expect(change()).rejects.toThrow("Viewers read");
  await editContact(database.db, { ...who, ...facts, role: "Owner", contactId, version: 1 });
  await expect(archiveContact(database.db, { ...who, contactId, version: 1 })).rejects.toThrow("meanwhile");
  await archiveContact(database.db, { ...who, contactId, version: 2 });
  expect(await listContacts(database.db, customerId)).toEqual([]);
  expect(await addContact(database.db, { ...who, ...facts, customerId })).toBe(contactId);
  expect(await listContacts(database.db, customerId)).toMatchObject([{ id: contactId, role: "Owner" }]);
});

test("an archived contact comes back with what was stored, but for what is given anew; the log tells both", async () => {
  const customerId = await add("Rhino Rubber");
  const who = { actor: cast.anna, now };
  const stored = { name: "Naledi", role: "Buyer", email: "naledi@rhino.example", phone: "+27 82 555 0101" };
  const contactId = await addContact(database.db, { ...who, ...stored, customerId });
  await archiveContact(database.db, { ...who, contactId, version: 1 });
  const given = { name: "NALEDI", role: "", email: "", phone: "+27 82 555 0102" };
  await addContact(database.db, { ...who, ...given, customerId });
  const restored = { ...stored, name: "NALEDI", phone: "+27 82 555 0102" };
  expect(await listContacts(database.db, customerId)).toMatchObject([{ id: contactId, ...restored }]);
  expect((await lastEntry("contact", contactId)).entry).toMatchObject({
    act: "restore contact",
    before: { ...stored, version: 2 },
    after: { ...restored, version: 3 },
  });
  const seen = { subject: "contact", id: contactId, version: 2 } as const;
  const archiving = () => archiveContact(database.db, { ...who, contactId, version: 2 });
  expect(await toldChange(database.db, seen, cast.ben, archiving)).toBe(
    "Anna has restored this contact meanwhile.",
  );
});

test("who saves a customer or a contact without changing anything writes nothing, and disturbs nobody", async () => {
  const openedOn = "2026-05-01";
  const customerId = await addCustomer(database.db, { name: "Serval", openedOn, actor: cast.anna, now });
  const facts = { name: "Naledi", role: "Buyer", email: "", phone: "" };
  const contactId = await addContact(database.db, { ...facts, customerId, actor: cast.anna, now });
  const who = { actor: cast.ben, now, version: 1 };
  await editCustomer(database.db, { ...who, customerId, name: " Serval ", openedOn });
  await restoreCustomer(database.db, { ...who, customerId });
  await editContact(database.db, { ...who, ...facts, role: "Buyer ", contactId });
  expect(await getCustomer(database.db, customerId)).toMatchObject({ version: 1 });
  expect(await getContact(database.db, contactId)).toMatchObject({ version: 1 });
  expect(await lastEntry("customer", customerId)).toMatchObject({ count: 1 });
  expect(await lastEntry("contact", contactId)).toMatchObject({ count: 1 });
  await editCustomer(database.db, { ...who, customerId, name: "Serval", openedOn: null });
  await editContact(database.db, { ...who, ...facts, role: "", contactId });
  expect(await lastEntry("customer", customerId)).toMatchObject({ count: 2 });
  expect(await lastEntry("contact", contactId)).toMatchObject({ count: 2 });
});

test("pages of customers by name follow one another", async () => {
  const all = await find("");
  const first = await listCustomers(database.db, {
    search: "",
    archived: false,
    after: null,
    today,
    limit: 2,
  });
  const last = first[1];
  if (!last) throw new Error("There are more than two customers.");
  const rest = await listCustomers(database.db, {
    search: "",
    archived: false,
    after: last,
    today,
    limit: 100,
  });
  expect([...first, ...rest].map(({ name }) => name)).toEqual(all);
});

test("a customer's page: where it stands, its deals with their path, its conversations and their versions", async () => {
  const customerId = await add("Rooibos Roasters");
  const log = (on: string, stageId: number | null, amount: string | null = null) =>
    logConversation(database.db, talk({ customerId, heldById: cast.ben.id, on, stageId, amount }), {
      actor: cast.anna,
      timeZone: cast.timeZone,
      now,
    });
  await log("2026-05-01", cast.stages["Demo given"], "100");
  await log("2026-05-05", null);
  const won = await log("2026-05-09T11:00", cast.stages.Won);
  const [row] = await listCustomers(database.db, {
    search: "rooibos",
    archived: false,
    after: null,
    today,
    limit: 5,
  });
  expect(row).toMatchObject({ stage: "Won", amount: "100.0000", salesperson: "Ben", lastOn: "2026-05-09" });
  expect(await listCustomerDeals(database.db, customerId, "2026-05-05")).toMatchObject([{ outcome: "open" }]);
  expect(await listCustomerDeals(database.db, customerId, today)).toMatchObject([
    { outcome: "won", openedOn: "2026-05-01", closedOn: "2026-05-09" },
  ]);
  expect(
    (await listCustomerSpans(database.db, customerId)).map(({ stage, leftOn }) => [stage, leftOn]),
  ).toEqual([
    ["Demo given", "2026-05-09"],
    ["Won", null],
  ]);
  const page = await listTimeline(database.db, { customerId, after: null, limit: 2 });
  expect(page.map(({ occurredOn }) => occurredOn)).toEqual(["2026-05-09", "2026-05-05"]);
  const next = await listTimeline(database.db, { customerId, after: page[1] ?? null, limit: 2 });
  expect(next.map(({ occurredOn }) => occurredOn)).toEqual(["2026-05-01"]);
  expect(await listVersions(database.db, won.id)).toMatchObject([
    { version: 1, act: "logged", savedBy: "Anna" },
  ]);
  await deleteConversation(database.db, { conversationId: won.id, version: 1, actor: cast.anna, now });
  const left = await listTimeline(database.db, { customerId, after: null, limit: 9 });
  expect(left.map(({ occurredOn }) => occurredOn)).toEqual(["2026-05-05", "2026-05-01"]);
  const asked = { search: "rooibos", archived: false, after: null, today, limit: 5 };
  expect(await listCustomers(database.db, asked)).toMatchObject([{ lastOn: "2026-05-05" }]);
});
