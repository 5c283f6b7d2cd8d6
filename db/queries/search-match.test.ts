import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { deals } from "@/db/schema";
import { addContact } from "@/lib/customers/change-contact";
import { logConversation } from "@/lib/log/log-conversation";
import { nameKey } from "@/lib/pipeline/name-key";
import { namePlace } from "@/lib/pipeline/name-place";
import * as pure from "@/lib/pipeline/named-like";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { findCustomers } from "./customer-choices";
import { countCustomers, listCustomers } from "./customers";
import { type GridView, listGridRows } from "./grid";
import {
  findContacts,
  findCustomersByName,
  findDeals,
  listSimilarContacts,
  listSimilarCustomers,
} from "./search";
import { isNamedLike, placeOfName } from "./search-match";
import { findNotes } from "./search-notes";

let database: TestDatabase;
const today = "2026-06-30";
const now = new Date("2026-06-30T12:00:00Z");
let customerId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const { anna: actor, stages, timeZone } = await castTeam(db);
  for (const name of ["Zoë Ltd", "Zoe", "Zoë"]) await addCustomer(db, name);
  customerId = await addCustomer(db, "Muñoz Electricidad");
  const contact = { customerId, name: "José Peña", role: "", email: "", phone: "" };
  const contactId = await addContact(db, { ...contact, actor, now });
  const said = { note: "Café con Señor Núñez", contactId, deal: { name: "Año nuevo" } };
  const entry = { customerId, heldById: actor.id, on: today, stageId: stages["Demo given"], ...said };
  await logConversation(db, talk(entry), { actor, timeZone, now });
  await db.execute(sql`
    insert into customers (name, name_key)
    select 'Filler ' || md5(number::text), 'filler ' || md5(number::text) from generate_series(1, 4000) as number`);
  await db.execute(sql`
    insert into contacts (customer_id, name, name_key)
    select id, 'Person ' || md5(id::text), 'person ' || md5(id::text) from customers`);
  await db.execute(sql`
    insert into deals (customer_id, name, name_key)
    select id, 'Deal ' || md5(id::text), 'deal ' || md5(id::text) from customers`);
  await db.execute(sql`
    insert into conversations (customer_id, occurred_at, date_only, local_date, held_by_id, recorded_by_id, note)
    select id, ${now.toISOString()}, false, ${today}, ${actor.id}, ${actor.id}, md5(id::text) from customers`);
  await db.execute(sql`vacuum (analyze)`);
});
afterAll(() => database.drop());

const gridView: GridView = {
  stageId: null,
  search: "",
  sort: "stage",
  descending: false,
  after: null,
  limit: 10,
};
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

test.each([
  ["a customer's name", ["munoz", "MUÑOZ", "mun\u0303oz", "electricidad múñoz"]],
  ["a contact's name", ["jose pena", "JOSÉ", "pen\u0303a"]],
])("%s is found with its accents and without, where one lists and where one logs", async (_, searches) => {
  const { db } = database;
  for (const search of searches) {
    expect(await findCustomers(db, { search, limit: 3 }), search).toEqual([customerId]);
    const asked = { search, archived: false, after: null, today, limit: 3 };
    expect(ids(await listCustomers(db, asked)), search).toEqual([customerId]);
    expect(await countCustomers(db, search), search).toEqual({ active: 1, archived: 0 });
  }
});

test("deals and notes are found with their accents and without", async () => {
  const { db } = database;
  for (const search of ["ano nuevo", "AÑO", "an\u0303o"])
    expect(await findDeals(db, { search, limit: 3 }), search).toMatchObject([{ name: "Año nuevo" }]);
  for (const search of ["cafe", "señor nunez", "NU\u0301N\u0303EZ"])
    expect(await findNotes(db, { search, limit: 3 }), search).toMatchObject([
      { note: "Café con Señor Núñez" },
    ]);
});

test("the grid is searched with accents and without, in all that it is searched by", async () => {
  const filter = { from: null, to: today, salespersonId: null };
  for (const search of ["munoz", "MUN\u0303OZ", "jose", "AÑO nuevo", "senor núñez"]) {
    const rows = await listGridRows(database.db, filter, { ...gridView, search });
    expect(
      rows.map((row) => row.customerId),
      search,
    ).toEqual([customerId]);
  }
  expect(await listGridRows(database.db, filter, { ...gridView, search: "muñozz" })).toEqual([]);
});

test("of names that differ by accents alone the one that was typed comes first", async () => {
  const { db } = database;
  const named = async (search: string) =>
    (await findCustomersByName(db, { search, limit: 9 })).map(({ name }) => name);
  expect(await named("zoë")).toEqual(["Zoë", "Zoe", "Zoë Ltd"]);
  expect(await named("zoe")).toEqual(["Zoe", "Zoë", "Zoë Ltd"]);
});

const text = fc.string({ unit: fc.constantFrom(..."abÁá5ñ %_\\ﬁ"), maxLength: 8 });

test("the database and a device find the same names by a search, and rank them alike", async () => {
  const key = sql`named.key`;
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), text, async (names, search) => {
      const keys = [...names, search, `a ${search}b`].map(nameKey);
      const found = await database.db.execute<{ is_found: boolean; place: number }>(sql`
        select ${isNamedLike(key, search)} as is_found, ${placeOfName(key, search)} as place
        from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) with ordinality as named (key, position)
        order by position`);
      expect(found.map(({ is_found, place }) => [is_found, place])).toEqual(
        keys.map((each) => [pure.isNamedLike(each, search), namePlace(each, search)]),
      );
    }),
    { numRuns: 200 },
  );
});

const indexed: Record<string, [index: string, ask: (db: Database) => Promise<unknown>]> = {
  "customers by name": ["customers_search", (db) => findCustomersByName(db, { search: "muñoz", limit: 3 })],
  "customers misspelt": ["customers_search", (db) => listSimilarCustomers(db, { search: "munzo", limit: 3 })],
  "contacts by name": ["contacts_search", (db) => findContacts(db, { search: "peña", limit: 3 })],
  "contacts misspelt": ["contacts_search", (db) => listSimilarContacts(db, { search: "jsoe", limit: 3 })],
  "deals by name": ["deals_search", (db) => db.select().from(deals).where(isNamedLike(deals.nameKey, "año"))],
  "words of notes": ["conversations_note", (db) => findNotes(db, { search: "cafe", limit: 3 })],
};

test.each(Object.entries(indexed))("an index finds %s", async (_, [index, ask]) => {
  const asked: { query: string; params: string[] }[] = [];
  const logger = {
    logQuery: (query: string, params: unknown[]) => void asked.push({ query, params: params as string[] }),
  };
  await ask(drizzle(database.sql, { schema, casing: "snake_case", logger }));
  const plans = await database.sql.begin(async (tx) => {
    // Of so few rows all would be read.
    await tx`set local enable_seqscan = off`;
    const searches = asked.filter(
      ({ query }) => /^\s*(select|with)/.test(query) && !query.includes("set_config"),
    );
    return Promise.all(searches.map(({ query, params }) => tx.unsafe(`explain ${query}`, params)));
  });
  expect(
    plans
      .flat()
      .map((row) => row["QUERY PLAN"])
      .join("\n"),
  ).toContain(index);
});
