import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { conversations, conversationVersions } from "@/db/schema";
import { logConversation } from "@/lib/log/log-conversation";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { emptyLog, everyFigure } from "@/tests/support/as-of";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { addContact } from "./change-contact";
import { mergeCustomers } from "./merge-customers";
import { undoMerge } from "./undo-merge";

const now = new Date("2026-06-30T12:00:00Z");
const patience = 120_000;
const filter = { to: "2026-06-30", from: null, salespersonId: null };

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let customerIds: number[];

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  customerIds = [];
  for (const name of ["Springbok", "Steenbok", "Klipspringer"])
    customerIds.push(await addCustomer(database.db, name));
});
afterAll(() => database.drop());

const said = fc.record({
  customer: fc.nat({ max: 2 }),
  day: fc.integer({ min: 1, max: 28 }),
  stage: fc.option(fc.nat({ max: 5 }), { nil: null, freq: 4 }),
  amount: fc.option(fc.constantFrom("10", "99.95"), { nil: null }),
  deal: fc.constantFrom("decide", "decide", "new", "x", "y", "X (2)"),
  contact: fc.option(fc.nat({ max: 2 }), { nil: null }),
});
const contact = fc.record({
  customer: fc.nat({ max: 2 }),
  name: fc.constantFrom("Lerato", "lerato", "Themba", "Lerato (2)"),
  email: fc.constantFrom("", "", "a@x.example", "b@x.example"),
  phone: fc.constantFrom("", "082 555 0199"),
});
const scene = fc.record({
  contacts: fc.array(contact, { maxLength: 6 }),
  before: fc.array(said, { minLength: 1, maxLength: 12 }),
  meanwhile: fc.array(said, { maxLength: 5 }),
  opened: fc.tuple(
    fc.constantFrom(null, "2026-01-01"),
    fc.constantFrom(null, "2025-06-01", "2026-03-01"),
    fc.constantFrom(null, "2025-12-01", "2026-02-01"),
  ),
});
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

async function contactsOf(customerId: number): Promise<number[]> {
  const rows = await database.db.query.contacts.findMany({
    where: (contacts, { eq }) => eq(contacts.customerId, customerId),
    orderBy: (contacts, { asc }) => asc(contacts.id),
  });
  return rows.map(({ id }) => id);
}

async function log(customerId: number, { day, stage, amount, deal, contact }: Said) {
  const ids = await contactsOf(customerId);
  const stageId = stage === null ? null : (Object.values(cast.stages)[stage] as number);
  const choice = deal === "decide" || deal === "new" ? deal : { name: deal };
  const entry = talk({
    ...{ customerId, heldById: day % 2 ? cast.anna.id : cast.ben.id },
    ...{ on: `2026-05-${String(day).padStart(2, "0")}`, stageId, amount: stage === null ? null : amount },
    ...{ deal: stage === null ? "decide" : choice },
    contactId: contact === null ? null : (ids[contact % Math.max(ids.length, 1)] ?? null),
  });
  const { db } = database;
  await logConversation(db, entry, { actor: cast.cara, timeZone: cast.timeZone, now });
}

async function prepare({ contacts, before, opened }: Scene): Promise<void> {
  const { db } = database;
  await emptyLog(db);
  await db.execute(sql`truncate customer_merges, contacts restart identity cascade`);
  for (const [index, day] of opened.entries())
    await db.execute(sql`update customers set opened_on = ${day}::date where id = ${customerIds[index]}`);
  for (const { customer, ...facts } of contacts)
    await addContact(db, {
      ...{ ...facts, role: "", customerId: customerIds[customer] as number, actor: cast.cara, now },
    }).catch(() => {});
  for (const each of before) await log(customerIds[each.customer] as number, each);
}

// Every row of the team's own tables as text, without version numbers; versions and audit entries only grow.
const tables =
  "customers contacts deals deal_owners conversations deal_states deal_spans stages members".split(" ");

async function everyRow() {
  const rows: Record<string, unknown> = {};
  for (const table of tables)
    rows[table] = [
      ...(await database.db.execute(
        sql`select to_jsonb(t) - 'version' as row from ${sql.identifier(table)} as t order by 1`,
      )),
    ];
  return rows;
}

async function merge(which = 0) {
  const [fromId = 0, intoId = 0] = [customerIds[which], customerIds[1]];
  return mergeCustomers(database.db, { fromId, intoId, actor: cast.cara, now });
}

test(
  "merge then undo restores every figure and every row",
  async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (played) => {
        await prepare(played);
        const { db } = database;
        const [rows, figures] = [await everyRow(), await everyFigure(db, filter)];
        const versions = await db.select().from(conversationVersions);
        const mergeId = await merge();
        expect((await rebuildStates(db)).differences).toEqual([]);
        await undoMerge(db, { mergeId, actor: cast.cara, now });
        expect(await everyRow()).toEqual(rows);
        expect(await everyFigure(db, filter)).toEqual(figures);
        expect(await db.select().from(conversationVersions)).toEqual(expect.arrayContaining(versions));
      }),
      { numRuns: 20 },
    );
  },
  patience,
);

test(
  "two merges into one customer, undone in either order, restore every figure and every row",
  async () => {
    await fc.assert(
      fc.asyncProperty(scene, fc.boolean(), async (played, isFirstFirst) => {
        await prepare(played);
        const { db } = database;
        const [rows, figures] = [await everyRow(), await everyFigure(db, filter)];
        const merges = [await merge(0), await merge(2)];
        for (const mergeId of isFirstFirst ? merges : merges.toReversed()) {
          await undoMerge(db, { mergeId, actor: cast.cara, now });
          expect((await rebuildStates(db)).differences).toEqual([]);
        }
        expect(await everyRow()).toEqual(rows);
        expect(await everyFigure(db, filter)).toEqual(figures);
      }),
      { numRuns: 20 },
    );
  },
  patience,
);

test(
  "with conversations logged meanwhile, undo loses none, returns what came, and derives what is stored",
  async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (played) => {
        await prepare(played);
        const { db } = database;
        const before = await db.select().from(conversations);
        const mergeId = await merge();
        const [, intoId = 0, third = 0] = customerIds;
        for (const each of played.meanwhile) await log(each.customer === 2 ? third : intoId, each);
        await undoMerge(db, { mergeId, actor: cast.cara, now });
        const after = await db.select().from(conversations);
        expect(after).toHaveLength(before.length + played.meanwhile.length);
        const unversioned = ({ version, ...row }: (typeof after)[number]) => row;
        expect(after.map(unversioned)).toEqual(expect.arrayContaining(before.map(unversioned)));
        const saves = after.reduce((sum, { version }) => sum + version, 0);
        expect(await db.$count(conversationVersions)).toBe(saves);
        expect((await rebuildStates(db)).differences).toEqual([]);
      }),
      { numRuns: 12 },
    );
  },
  patience,
);
