import { existsSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { conversations, customers } from "@/db/schema";
import { addContact } from "@/lib/customers/change-contact";
import { teamFormats } from "@/lib/format/team-formats";
import { deleteConversation } from "@/lib/log/change-conversation";
import { logConversation } from "@/lib/log/log-conversation";
import { projectRoot } from "@/scripts/project-root.mjs";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { appPlaces } from "./app-places";
import { searchEverything } from "./search-everything";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const formats = teamFormats({
  locale: "en-GB",
  currency: "ZAR",
  currencyDigits: 2,
  timeZone: "Africa/Johannesburg",
});
const ids = new Map<string, number>();

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  cast = await castTeam(db);
  for (const name of [
    "Johnson Tyres",
    "Highveld Johnson Freight",
    "Ndlovu Transport",
    "Stag Quarry",
    "Old Rope",
    "Roper",
    "Ñandú Aviación",
  ])
    ids.set(name, await addCustomer(db, name));
  await db
    .update(customers)
    .set({ archivedAt: now })
    .where(eq(customers.id, ids.get("Old Rope") ?? 0));
  await db
    .update(customers)
    .set({ archivedAt: now, mergedIntoId: ids.get("Stag Quarry") })
    .where(eq(customers.id, ids.get("Roper") ?? 0));
  await addContact(db, {
    customerId: ids.get("Ndlovu Transport") ?? 0,
    name: "Lindiwe Mthembu",
    role: "Buyer",
    email: "lindiwe@ndlovu.example",
    phone: "+27 (0)82 555-0199",
    actor: cast.anna,
    now,
  });
  const said = [
    ["2026-05-01", "Sent the quote for twelve retreads; she compares it with Roadmaster's"],
    ["2026-05-20", "Wants the retreads before the harvest"],
    ["2026-05-21", "Retreads again, and a word about the invoice"],
  ];
  for (const [on = "", note = ""] of said) {
    const entry = talk({ customerId: ids.get("Stag Quarry") ?? 0, heldById: cast.ben.id, on, note });
    await logConversation(db, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
  }
  const [, , last] = await db.select().from(conversations);
  await db
    .update(conversations)
    .set({ deletedAt: now })
    .where(eq(conversations.id, last?.id ?? 0));
});
afterAll(() => database.drop());

async function search(text: string, actor = cast.anna) {
  const groups = await searchEverything(database.db, { search: text, limit: 3, actor, formats });
  return groups.map(({ kind, hits }) => [kind, hits.map(({ title }) => title)] as const);
}
const of = async (kind: string, text: string) => new Map(await search(text)).get(kind as "page") ?? [];

test("a name that begins so comes before one that has it inside, whatever the case", async () => {
  expect(await of("customer", "JOHNSON")).toEqual(["Johnson Tyres", "Highveld Johnson Freight"]);
  expect(await of("customer", "freight high")).toEqual(["Highveld Johnson Freight"]);
  expect(await of("customer", "jo")).toEqual(["Johnson Tyres", "Highveld Johnson Freight"]);
});

test("a letter wrong, missing or swapped is forgiven, in customers and contacts", async () => {
  for (const typed of ["jonhson tyres", "johson tyres", "johnson tyrse"])
    expect(await of("customer", typed), typed).toEqual(["Johnson Tyres"]);
  expect(await of("customer", "ndlvou")).toEqual(["Ndlovu Transport"]);
  expect(await of("customer", "highveld jonhson frieght")).toEqual(["Highveld Johnson Freight"]);
  for (const typed of ["lindwe", "mthmebu", "lindiwe mtembu"])
    expect(await of("contact", typed), typed).toEqual(["Lindiwe Mthembu"]);
  expect(await of("customer", "zzzz")).toEqual([]);
});

test("accents are forgiven on either side, and such a name ranks as one without", async () => {
  for (const typed of ["nandu", "NANDU aviacion", "ñandu", "Ñandú", "nandú aviac"])
    expect(await of("customer", typed), typed).toEqual(["Ñandú Aviación"]);
  expect(await of("customer", "jóhnson tyrés")).toEqual(["Johnson Tyres"]);
  expect(await of("action", "nandu")).toEqual(["Log a conversation with Ñandú Aviación"]);
});

test("stages and people of the team are found after all else, and lead to their customers", async () => {
  const leads = async (text: string) => {
    const groups = await searchEverything(database.db, { search: text, limit: 3, actor: cast.vera, formats });
    return groups
      .slice(-1)
      .map(({ kind, hits }) => [kind, hits.map(({ title, href }) => `${title} ${href}`)]);
  };
  expect(await leads("proposal")).toEqual([
    ["stage", [`Proposal sent /stages?stage=${cast.stages["Proposal sent"]}`]],
  ]);
  expect(await leads("anna")).toEqual([["person", [`Anna /stages?salesperson=${cast.anna.id}`]]]);
});

test("a contact is found by e-mail and by phone number however it is written", async () => {
  for (const typed of ["lindiwe@ndlovu", "082 555 0199", "82-555-01", "5550199"])
    expect(await of("contact", typed), typed).toEqual(["Lindiwe Mthembu"]);
});

test("a deal is found by its name, and leads there, as long as a conversation is on it", async () => {
  const { db } = database;
  const actor = cast.anna;
  const [customerId = 0, on] = [ids.get("Ndlovu Transport"), "2026-05-02"];
  const stageId = cast.stages["Demo given"];
  const entry = talk({ customerId, heldById: actor.id, on, stageId, deal: { name: "Winter restock" } });
  const said = await logConversation(db, entry, { actor, timeZone: cast.timeZone, now });
  const deals = async () => {
    const groups = await searchEverything(db, { search: "restock winter", limit: 3, actor, formats });
    return groups.filter(({ kind }) => kind === "deal").flatMap(({ hits }) => hits);
  };
  expect(await deals()).toEqual([
    { title: "Winter restock", hint: "Ndlovu Transport", href: `/deals/${said.dealId}` },
  ]);
  await deleteConversation(db, { conversationId: said.id, version: 1, actor, now });
  expect(await deals()).toEqual([]);
});

test("archived customers are found last and say so; a merged one leads to where it went", async () => {
  const groups = await searchEverything(database.db, { search: "rope", limit: 5, actor: cast.vera, formats });
  expect(groups[0]?.hits).toEqual([
    { title: "Roper", hint: "now part of Stag Quarry", href: `/customers/${ids.get("Stag Quarry")}` },
    { title: "Old Rope", hint: "archived", href: `/customers/${ids.get("Old Rope")}` },
  ]);
});

test("notes are found by all their words, the last as far as it is typed, the latest first, deleted ones never", async () => {
  const [first, second] = await database.db.select().from(conversations);
  const groups = await searchEverything(database.db, {
    search: "the retr",
    limit: 5,
    actor: cast.vera,
    formats,
  });
  expect(groups.map(({ kind }) => kind)).toEqual(["note"]);
  expect(groups[0]?.hits.map(({ href }) => href)).toEqual([
    `/conversations/${second?.id}`,
    `/conversations/${first?.id}`,
  ]);
  expect(groups[0]?.hits[0]).toMatchObject({ title: "Stag Quarry", hint: "20 May 2026 · Ben" });
  expect(groups[0]?.hits[0]?.excerpt?.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual([
    "the",
    "retreads",
    "the",
  ]);
  expect(await of("note", "roadmaster's quote")).toEqual(["Stag Quarry"]);
  expect(await of("note", "retreads bakery")).toEqual([]);
});

test("what breaks a query elsewhere is only text here", async () => {
  for (const typed of ["%", "_", "'", "\\", "':*", "a & !b | (", "( )", "-- ", "\0", "☃", "x".repeat(500)])
    expect(await of("customer", typed), typed).toEqual([]);
});

test("the kind with the best name comes first, and pages and actions are those one may use", async () => {
  expect((await search("stag"))[0]).toEqual(["customer", ["Stag Quarry"]]);
  expect((await search("stages"))[0]).toEqual(["page", ["Stages", "Board"]]);
  expect(await of("page", "funnel")).toEqual(["Analysis"]);
  expect(await of("action", "stag quarry")).toEqual(["Log a conversation with Stag Quarry"]);
  expect((await search("", cast.vera)).map(([kind]) => kind)).toEqual(["page"]);
  expect(new Map(await search("invite", cast.anna)).get("action")).toBeUndefined();
  expect(new Map(await search("invite", cast.cara)).get("action")).toEqual(["Invite a member"]);
});

test("every page and action that is offered is there", () => {
  for (const { href } of appPlaces) {
    const [path = ""] = href.split("?");
    expect(existsSync(join(projectRoot, "app", "(team)", path, "page.tsx")), href).toBe(true);
  }
});
