import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { getCustomerByKey } from "@/db/queries/customer-choices";
import { listCustomerDeals } from "@/db/queries/customer-deals";
import { listMerges } from "@/db/queries/customer-merges";
import { countCustomers, getCustomer, listContacts } from "@/db/queries/customers";
import { listPersonTalks } from "@/db/queries/person-talks";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import { contacts, conversations, conversationVersions, customers } from "@/db/schema";
import { changeDeal } from "@/lib/deals/deal-acts";
import { lockImports } from "@/lib/import/import-lock";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { lockPipelineExclusive } from "@/lib/log/pipeline-lock";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { undoChange } from "@/lib/log/undo-change";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { heldUpBy } from "@/tests/support/held-up-by";
import { importText } from "@/tests/support/import-text";
import { addContactToSurvivor } from "./add-contact-to-survivor";
import { addContact, archiveContact, editContact } from "./change-contact";
import { archiveCustomer, editCustomer, restoreCustomer } from "./change-customer";
import { mergeCustomers } from "./merge-customers";
import { toldChange } from "./told-change";
import { undoMerge } from "./undo-merge";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const today = "2026-06-30";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

type Given = Partial<NewConversation> & { on: string };

function log(customerId: number, given: Given) {
  const entry = talk({ customerId, heldById: cast.anna.id, ...given });
  return logConversation(database.db, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
}

const contact = (customerId: number, name: string, facts: { email?: string; phone?: string } = {}) =>
  addContact(database.db, {
    ...{ customerId, name, role: "", email: "", phone: "", ...facts },
    ...{ actor: cast.anna, now },
  });

const merge = (fromId: number, intoId: number, actor = cast.cara) =>
  mergeCustomers(database.db, { fromId, intoId, actor, now });
const undo = (mergeId: number) => undoMerge(database.db, { mergeId, actor: cast.cara, now });

async function pair(one: string, other: string) {
  return [await addCustomer(database.db, one), await addCustomer(database.db, other)] as const;
}

const ofCustomer = (customerId: number) =>
  database.db.select().from(conversations).where(eq(conversations.customerId, customerId));

test("conversations, deals and contacts move; both deals of one name are kept, contacts of one name joined", async () => {
  const [from, into] = await pair("Acme", "ACME Ltd");
  const lerato = await contact(from, "Lerato", { phone: "082 555 0199" });
  const sameLerato = await contact(into, "lerato", { email: "lerato@acme.example" });
  const themba = await contact(from, "Themba", { email: "themba@acme.example" });
  await contact(into, "Themba", { email: "other.themba@acme.example" });
  const stageId = cast.stages["Demo given"];
  await log(from, { on: "2026-05-01", stageId, deal: { name: "Fleet" }, contactId: lerato });
  await log(from, { on: "2026-05-02", contactId: themba });
  await log(into, { on: "2026-05-03", stageId: cast.stages.Won, amount: "10", deal: { name: "fleet" } });
  const mergeId = await merge(from, into);

  expect(await ofCustomer(from)).toEqual([]);
  expect((await ofCustomer(into)).map(({ contactId, version }) => [contactId, version])).toEqual(
    expect.arrayContaining([
      [sameLerato, 2],
      [themba, 2],
      [null, 1],
    ]),
  );
  expect((await listCustomerDeals(database.db, into, today)).map(({ name }) => name).sort()).toEqual([
    "Fleet (2)",
    "fleet",
  ]);
  expect(await listContacts(database.db, into)).toMatchObject([
    { name: "lerato", email: "lerato@acme.example", phone: "082 555 0199" },
    { name: "Themba" },
    { name: "Themba (2)" },
  ]);
  expect(await database.db.select().from(conversationVersions)).toEqual(
    expect.arrayContaining([expect.objectContaining({ act: "merged", version: 2, customerId: into })]),
  );
  expect((await rebuildStates(database.db)).differences).toEqual([]);

  expect(await getSurvivingCustomer(database.db, from)).toMatchObject({ id: into });
  expect(await getCustomerByKey(database.db, "acme")).toMatchObject({ id: into });
  expect(await countCustomers(database.db, "acme")).toEqual({ active: 1, archived: 0 });
  expect(await listMerges(database.db, into)).toMatchObject([{ from: "Acme", mergedBy: "Cara" }]);
  await undo(mergeId);
  expect(await getCustomerByKey(database.db, "acme")).toMatchObject({ id: from });
  expect(await listMerges(database.db, into)).toEqual([]);
  await expect(undo(mergeId)).rejects.toThrow("undone already");
});

test("only admins merge; the same, a merged or an archived customer is refused; a merged one takes nothing", async () => {
  const [from, into] = await pair("Baobab", "Baobab Bros");
  await expect(merge(from, into, cast.anna)).rejects.toThrow("Only an admin");
  await expect(merge(from, from)).rejects.toThrow("one and the same");
  const gone = await addCustomer(database.db, "Baobab Bakery");
  await archiveCustomer(database.db, { customerId: gone, version: 1, actor: cast.anna, now });
  await expect(merge(from, gone)).rejects.toThrow("“Baobab Bakery” is archived");
  await merge(from, into);
  await expect(merge(from, into)).rejects.toThrow("part of another customer already");
  await expect(merge(into, from)).rejects.toThrow("part of another customer already");
  await expect(log(from, { on: "2026-05-01" })).rejects.toThrow("merged into another customer");
  const seen = { customerId: from, version: 2, actor: cast.anna, now };
  await expect(restoreCustomer(database.db, seen)).rejects.toThrow("by a merge");
  await expect(contact(from, "Nandi")).rejects.toThrow("no longer there");
  const rename = { customerId: into, version: 2, name: "baobab", openedOn: null, actor: cast.anna, now };
  await expect(editCustomer(database.db, rename)).rejects.toThrow("former name");
});

test("what was typed of a customer that is merged meanwhile is refused where it stands, and leads to the survivor", async () => {
  const { db } = database;
  const [from, into] = await pair("Cabbage Tree Cafe", "Cabbage Tree");
  const [moved, joined] = [await contact(from, "Mandla"), await contact(from, "Naledi")];
  await contact(into, "Naledi");
  await merge(from, into);
  const who = { actor: cast.anna, now };
  const facts = { name: "Somebody", role: "Buyer in chief", email: "", phone: "" };
  const edited = (contactId: number) => {
    const seen = { subject: "contact", id: contactId, version: 1 } as const;
    const wanted = { ...who, ...facts, contactId, version: 1, customerId: from };
    return toldChange(db, seen, cast.anna, () => editContact(db, wanted));
  };
  const renamed = () =>
    toldChange(db, { subject: "customer", id: from, version: 1 }, cast.anna, () =>
      editCustomer(db, { ...who, customerId: from, version: 1, name: "Cabbages", openedOn: null }),
    );
  for (const act of [() => edited(moved), () => edited(joined), renamed])
    await expect(act()).rejects.toMatchObject({
      message: "“Cabbage Tree Cafe” is part of “Cabbage Tree” by a merge.",
      isGone: true,
      onward: { href: `/customers/${into}` },
    });

  const [last] = await pair("Cabbage Tree Group", "Cabbage Tree Holding");
  await merge(into, last);
  expect(await addContactToSurvivor(db, { ...who, ...facts, customerId: from })).toBe(last);
  expect((await listContacts(db, last)).map(({ name }) => name)).toContain("Somebody");
});

test("the account counts as opened on the earlier day that is known; undone, on its own again, or as corrected since", async () => {
  const { db } = database;
  const openedOn = async (id: number) => (await getCustomer(db, id))?.openedOn;
  const opened = (id: number, on: string | null) =>
    db.update(customers).set({ openedOn: on }).where(eq(customers.id, id));
  for (const [ofFrom, ofInto, merged] of [
    ["2026-01-05", "2026-02-01", "2026-01-05"],
    ["2026-02-01", "2026-01-05", "2026-01-05"],
    ["2026-02-01", null, "2026-02-01"],
    [null, "2026-01-05", "2026-01-05"],
  ] as const) {
    const [from, into] = await pair(`Bushwillow ${ofFrom} ${ofInto}`, `Bushwillow Bank ${ofFrom} ${ofInto}`);
    await opened(from, ofFrom);
    await opened(into, ofInto);
    const first = await merge(from, into);
    expect(await openedOn(into)).toBe(merged);
    const [elsewhere, other] = await pair(`Boekenhout ${ofFrom} ${ofInto}`, `Boeken ${ofFrom} ${ofInto}`);
    await opened(elsewhere, "2019-12-31");
    await merge(elsewhere, other);
    await undo(first);
    expect([await openedOn(from), await openedOn(into)]).toEqual([ofFrom, ofInto]);
    const second = await merge(from, into);
    await opened(into, "2025-12-01");
    await undo(second);
    expect([await openedOn(from), await openedOn(into)]).toEqual([ofFrom, "2025-12-01"]);
  }
});

test("whoever has a contact open that a merge or its undoing moves and renames is told, and overwrites nothing", async () => {
  const [from, into] = await pair("Duiker", "Duiker Dairies");
  await contact(into, "Lerato", { phone: "082 555 0100" });
  const contactId = await contact(from, "Lerato", { phone: "082 555 0199" });
  const facts = { name: "Lerato Nkosi", role: "Buyer", email: "", phone: "" };
  const save = (version: number) =>
    editContact(database.db, { ...facts, contactId, version, actor: cast.anna, now });
  const mergeId = await merge(from, into);
  await expect(save(1)).rejects.toThrow("changed this contact meanwhile");
  await undo(mergeId);
  await expect(save(2)).rejects.toThrow("changed this contact meanwhile");
  await save(3);
});

test("of several merges into one customer each takes only its own along: opened and joined contacts are as without it", async () => {
  const { db } = database;
  const stand = async (label: string, days: readonly (string | null)[], facts: { email?: string }[]) => {
    const ids: number[] = [];
    for (const [index, openedOn] of days.entries()) {
      const id = await addCustomer(db, `${label} ${"ABCD"[index]}`);
      await db.update(customers).set({ openedOn }).where(eq(customers.id, id));
      await contact(id, "Lerato", facts[index]);
      ids.push(id);
    }
    const [into = 0, ...parts] = ids;
    const merges: number[] = [];
    for (const from of parts) merges.push(await merge(from, into));
    const now = async () => {
      const [row] = await listContacts(db, into);
      return [(await getCustomer(db, into))?.openedOn, row?.email, row?.phone];
    };
    return { into, merges, now };
  };
  const facts = [{ phone: "082 555 0199" }, { email: "a@x.example" }, {}, { email: "A@x.example" }];
  const one = await stand("Marula", [null, "2021-01-01", "2020-01-01"], facts);
  expect(await one.now()).toEqual(["2020-01-01", "a@x.example", "082 555 0199"]);
  await undo(one.merges[0] as number);
  expect(await one.now()).toEqual(["2020-01-01", "", "082 555 0199"]);
  await undo(one.merges[1] as number);
  expect(await one.now()).toEqual([null, "", "082 555 0199"]);

  const two = await stand("Mukwa", [null, "2021-01-01", "2020-01-01"], facts);
  for (const mergeId of two.merges.toReversed()) await undo(mergeId);
  expect(await two.now()).toEqual([null, "", "082 555 0199"]);

  const three = await stand("Mopane", [null, "2020-01-01", "2021-01-01", "2022-01-01"], facts);
  await undo(three.merges[0] as number);
  expect(await three.now()).toEqual(["2021-01-01", "A@x.example", "082 555 0199"]);
  await undo(three.merges[1] as number);
  expect(await three.now()).toEqual(["2022-01-01", "A@x.example", "082 555 0199"]);

  const changed = await stand("Msasa", [null, "2020-01-01"], facts);
  await db.update(customers).set({ openedOn: "2019-01-01" }).where(eq(customers.id, changed.into));
  const later = await addCustomer(db, "Msasa Mills");
  await db.update(customers).set({ openedOn: "2018-01-01" }).where(eq(customers.id, later));
  const last = await merge(later, changed.into);
  await undo(changed.merges[0] as number);
  expect(await changed.now()).toEqual(["2018-01-01", "", "082 555 0199"]);
  await undo(last);
  expect(await changed.now()).toEqual(["2019-01-01", "", "082 555 0199"]);
});

test("a contact that returns takes nobody along: who was joined with it later takes its place", async () => {
  const { db } = database;
  const [one, into] = await pair("Nyala", "Nyala Nurseries");
  const [two, three] = await pair("Nyala North", "Nyala South");
  const ofOne = await contact(one, "Lerato", { phone: "082 555 0199" });
  const ofTwo = await contact(two, "Lerato", { email: "lerato@two.example" });
  const ofThree = await contact(three, "Lerato", { phone: "082 555 0199" });
  const said = await log(two, { on: "2026-05-01", contactId: ofTwo });
  const toNobody = await log(into, { on: "2026-05-02" });
  let minutes = 0;
  const who = () => ({ actor: cast.cara, now: new Date(now.getTime() + ++minutes * 60_000) });
  const join = (fromId: number) => mergeCustomers(db, { fromId, intoId: into, ...who() });
  const part = (mergeId: number) => undoMerge(db, { mergeId, ...who() });
  const [first, second, third] = [await join(one), await join(two), await join(three)];
  const at = (id: number) => listContacts(db, id);
  const joined = { email: "lerato@two.example", phone: "082 555 0199" };
  expect(await at(into)).toMatchObject([{ id: ofOne, ...joined }]);
  await part(first);
  expect(await at(one)).toMatchObject([{ id: ofOne, email: "", phone: "082 555 0199" }]);
  expect(await at(into)).toMatchObject([{ id: ofTwo, ...joined }]);
  expect(new Map((await ofCustomer(into)).map(({ id, contactId }) => [id, contactId]))).toEqual(
    new Map([
      [said.id, ofTwo],
      [toNobody.id, null],
    ]),
  );
  const talksOf = (id: number) => listPersonTalks(db, { contactIds: [id], customerIds: [] });
  expect([await talksOf(ofOne), await talksOf(ofTwo)]).toEqual([[], [said.id]]);
  await part(second);
  expect(await at(two)).toMatchObject([{ id: ofTwo, email: "lerato@two.example", phone: "" }]);
  expect(await at(into)).toMatchObject([{ id: ofThree, email: "", phone: "082 555 0199" }]);
  expect([await talksOf(ofOne), await talksOf(ofTwo), await talksOf(ofThree)]).toEqual([[], [said.id], []]);
  await part(third);
  expect(await at(into)).toEqual([]);
  expect(await at(three)).toMatchObject([{ id: ofThree, email: "", phone: "082 555 0199" }]);
});

test("two contacts of one name are archived as one only where both were; a deal renamed since keeps its new name", async () => {
  const [from, into] = await pair("Cussonia", "Cussonia Co");
  const left = async (customerId: number, name: string) => {
    const contactId = await contact(customerId, name);
    await archiveContact(database.db, { contactId, version: 1, actor: cast.anna, now });
  };
  await contact(from, "Back here");
  await left(into, "Back here");
  await left(from, "Still here");
  await contact(into, "Still here");
  await left(from, "Left both");
  await left(into, "Left both");
  const deal = { name: "Fleet" };
  const { dealId } = await log(from, { on: "2026-05-01", stageId: cast.stages["Demo given"], deal });
  const mergeId = await merge(from, into);
  const names = async (customerId: number) =>
    (await listContacts(database.db, customerId)).map(({ name }) => name);
  expect(await names(into)).toEqual(["Back here", "Still here"]);

  const rename = { act: "rename", dealId: dealId as number, name: "Tyres" } as const;
  await changeDeal(database.db, { actor: cast.cara, now, today }, rename);
  await undo(mergeId);
  expect([await names(from), await names(into)]).toEqual([["Back here"], ["Still here"]]);
  expect(await listCustomerDeals(database.db, from, today)).toMatchObject([{ name: "Tyres" }]);
});

test("a chain of merges leads to its end and is undone from there", async () => {
  const [first, second] = await pair("Camelthorn", "Camelthorn Coal");
  const third = await addCustomer(database.db, "Camelthorn Group");
  const one = await merge(first, second);
  const other = await merge(second, third);
  expect(await getSurvivingCustomer(database.db, first)).toMatchObject({ id: third });
  await expect(undo(one)).rejects.toThrow("Undo that merge first");
  await undo(other);
  await undo(one);
  expect(await getSurvivingCustomer(database.db, first)).toMatchObject({ id: first });
});

test("what was logged meanwhile goes with its deal, else it stays; whoever it was with is a contact there", async () => {
  const [from, into] = await pair("Dassie", "Dassie & Daughters");
  const sipho = await contact(from, "Sipho");
  const zanele = await contact(into, "Zanele");
  const stageId = cast.stages["Demo given"];
  const own = await log(from, { on: "2026-05-01", stageId, contactId: sipho });
  const mergeId = await merge(from, into);
  const deal = { id: own.dealId as number };
  const onReturningDeal = await log(into, { on: "2026-05-02", stageId, deal, contactId: zanele });
  const onNewDeal = await log(into, { on: "2026-05-03", stageId, deal: "new", contactId: sipho });
  const withoutDeal = await log(into, { on: "2026-05-04", contactId: sipho });
  await undo(mergeId);

  const ids = async (customerId: number) => (await ofCustomer(customerId)).map(({ id }) => id).sort();
  expect(await ids(from)).toEqual([own.id, onReturningDeal.id].sort());
  expect(await ids(into)).toEqual([onNewDeal.id, withoutDeal.id].sort());
  const names = async (customerId: number) =>
    (await listContacts(database.db, customerId)).map(({ name }) => name);
  expect([await names(from), await names(into)]).toEqual([
    ["Sipho", "Zanele"],
    ["Sipho", "Zanele"],
  ]);
  const versions = await database.db.select().from(conversationVersions);
  for (const { id, version } of await database.db.select().from(conversations))
    expect(versions.filter((saved) => saved.conversationId === id)).toHaveLength(version);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});

test("a merge is not taken back for one conversation alone", async () => {
  const [from, into] = await pair("Eland", "Eland Estates");
  const { id } = await log(from, { on: "2026-05-01" });
  await merge(from, into);
  const change = { conversationId: id, version: 2, actor: cast.cara, now };
  await expect(undoChange(database.db, change)).rejects.toThrow("Undo the merge");
});

test("an import that names a merged customer is about the surviving one, also when it comes again", async () => {
  const [from, into] = await pair("Fynbos", "Fynbos Foods");
  const [stages, rows] = [
    "customer,date,reference,note",
    (note: string) => `fynbos,2026-05-01,row-1,${note}\nFynbos Foods,2026-05-02,row-2,two\n`,
  ];
  const importing = (note: string) =>
    importText(database.db, "conversations", `${stages}\n${rows(note)}`, { memberId: cast.cara.id });
  await importing("one");
  await merge(from, into);
  expect((await importing("one")).report).toMatchObject({ added: 0, unchanged: 2, rejected: 0 });
  const { report } = await importText(database.db, "conversations", "customer,date\nFYNBOS,2026-05-09\n", {
    memberId: cast.cara.id,
  });
  expect(report).toMatchObject({ added: 1, created: { customers: 0 } });
  expect(await ofCustomer(into)).toHaveLength(3);
});

test("while an import runs neither a merge nor its undoing waits behind it", async () => {
  const [from, into] = await pair("Fever Tree", "Fever Tree Farms");
  const mergeId = await merge(from, into);
  const [one, other] = await pair("Fig Tree", "Fig Tree Farms");
  await database.db.transaction(async (tx) => {
    await lockImports(tx);
    await expect(merge(one, other)).rejects.toThrow("An import is running");
    await expect(undo(mergeId)).rejects.toThrow("An import is running");
  });
});

test("a merge and its undoing wait for whoever derives all deals", async () => {
  const [from, into] = await pair("Fish Eagle", "Fish Eagle Foods");
  const mergeId = await heldUpBy(database.db, lockPipelineExclusive, () => merge(from, into));
  expect(await heldUpBy(database.db, lockPipelineExclusive, () => undo(mergeId))).toMatchObject({
    fromId: from,
  });
});

test("a merge and its undoing take along what is being logged that moment", async () => {
  const { db } = database;
  const [from, into] = await pair("Flufftail", "Flufftail Farms");
  const stageId = cast.stages["Demo given"];
  const logging = (customerId: number) => (tx: Database) =>
    logConversation(tx, talk({ customerId, heldById: cast.anna.id, on: "2026-05-01", stageId }), {
      actor: cast.anna,
      timeZone: cast.timeZone,
      now,
    });
  const mergeId = await heldUpBy(db, logging(from), () => merge(from, into));
  expect(await ofCustomer(into)).toHaveLength(1);
  await heldUpBy(db, logging(into), () => undo(mergeId));
  expect(await ofCustomer(from)).toHaveLength(2);
  expect((await rebuildStates(db)).differences).toEqual([]);
});

test("a contact that is added while its customer is merged is refused, not left behind", async () => {
  const { db } = database;
  const [fromId, intoId] = await pair("Francolin", "Francolin Foods");
  const merging = (tx: Database) => mergeCustomers(tx, { fromId, intoId, actor: cast.cara, now });
  await expect(heldUpBy(db, merging, () => contact(fromId, "Nandi"))).rejects.toThrow("no longer there");
});

test("twenty who merge and log at once: one merge, every conversation at one customer, nothing lost", async () => {
  const [from, into] = await pair("Gemsbok", "Gemsbok Goods");
  const stageId = cast.stages["Demo given"];
  const attempts = await Promise.allSettled([
    ...Array.from({ length: 5 }, () => merge(from, into)),
    ...Array.from({ length: 5 }, () => merge(into, from)),
    ...Array.from({ length: 10 }, (_, index) => log(from, { on: `2026-05-${10 + index}`, stageId })),
  ]);
  const [merges, logs] = [attempts.slice(0, 10), attempts.slice(10)];
  expect(merges.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const logged = logs.filter(({ status }) => status === "fulfilled").length;
  expect((await ofCustomer(from)).length + (await ofCustomer(into)).length).toBe(logged);
  const [gone] = (await database.db.select().from(customers)).filter(
    ({ id, mergedIntoId }) => [from, into].includes(id) && mergedIntoId !== null,
  );
  expect(await ofCustomer(gone?.id ?? 0)).toEqual([]);
  expect(await database.db.$count(contacts)).toBeGreaterThan(0);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});
