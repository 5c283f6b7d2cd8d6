import { afterEach, beforeEach, expect, test } from "vitest";
import { mergeCustomers } from "@/lib/customers/merge-customers";
import { undoMerge } from "@/lib/customers/undo-merge";
import { changeDeal } from "@/lib/deals/deal-acts";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-11-24T10:00:00Z");

beforeEach(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterEach(() => database.drop());

const heading = "customer,date,stage,deal,amount,with_whom,reference\n";
const both = `${heading}M1,2026-06-01,Demo given,2026 contract,1000,Lerato,m1
M2,2026-06-01,Demo given,2026 contract,20,Lerato,m2
`;
const wonByM2 = `${heading}M2,2026-06-02,Won,2026 contract,25,Lerato,m3\n`;

const run = (text: string, update = false) =>
  importText(database.db, "conversations", text, { memberId: cast.cara.id, update });

async function idOf(name: string): Promise<number> {
  const [row] = await database.sql`select id::float8 as id from customers where name = ${name}`;
  return row?.id;
}

async function dealId(name: string): Promise<number> {
  const [row] = await database.sql`select id::float8 as id from deals where name = ${name}`;
  return row?.id;
}

const merge = async (from: string, into: string) =>
  mergeCustomers(database.db, { fromId: await idOf(from), intoId: await idOf(into), actor: cast.cara, now });

/** Where each reference stands: `reference: customer, deal, contact`. */
async function places(): Promise<string[]> {
  const rows = await database.sql`
    select concat(reference, ': ', concat_ws(', ', customers.name, deals.name, contacts.name)) as place
    from conversations as talks join customers on customers.id = talks.customer_id
    left join deals on deals.id = deal_id left join contacts on contacts.id = contact_id
    order by reference`;
  return rows.map(({ place }) => place);
}

const mailOfEach = () => database.sql`update contacts set email = customer_id || '@example.com'`;

const asMerged = ["m1: M1, 2026 contract, Lerato", "m2: M1, 2026 contract (2), Lerato (2)"];

test("the deal and the contact a file names at a merged customer are those that came along with it", async () => {
  await run(both);
  await mailOfEach();
  const mergeId = await merge("M2", "M1");
  expect(await places()).toEqual(asMerged);
  for (const update of [false, true])
    expect((await run(both, update)).report).toMatchObject({ applied: true, unchanged: 2, corrected: 0 });

  expect((await run(wonByM2)).report).toMatchObject({ added: 1, created: { deals: 0, contacts: 0 } });
  expect(await places()).toEqual([...asMerged, "m3: M1, 2026 contract (2), Lerato (2)"]);
  const states = await database.sql`
    select amount::float8 as amount, outcome from deal_states where until_on = 'infinity' order by 1`;
  expect(states.map((row) => ({ ...row }))).toEqual([
    { amount: 25, outcome: "won" },
    { amount: 1000, outcome: "open" },
  ]);
  await undoMerge(database.db, { mergeId, actor: cast.cara, now });
  expect(await places()).toEqual([
    "m1: M1, 2026 contract, Lerato",
    "m2: M2, 2026 contract, Lerato",
    "m3: M2, 2026 contract, Lerato",
  ]);
  expect((await run(both + wonByM2.slice(heading.length))).report).toMatchObject({ unchanged: 3 });
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});

test("through a chain of merges, and whatever a person has called them since", async () => {
  await run(both);
  await run(`${heading}M0,2026-06-01,Demo given,2026 contract,1,Lerato,m0\n`);
  await mailOfEach();
  await merge("M2", "M1");
  await merge("M1", "M0");
  expect(await places()).toEqual([
    "m0: M0, 2026 contract, Lerato",
    "m1: M0, 2026 contract (2), Lerato (2)",
    "m2: M0, 2026 contract (2) (2), Lerato (2) (2)",
  ]);
  const rename = { act: "rename", dealId: await dealId("2026 contract (2) (2)"), name: "Tyres" } as const;
  await changeDeal(database.db, { actor: cast.cara, now, today: "2026-11-24" }, rename);
  await database.sql`update contacts set name = 'Lerato M', name_key = 'lerato m' where name = 'Lerato (2) (2)'`;
  expect((await run(both)).report).toMatchObject({ applied: true, unchanged: 2 });
  await run(wonByM2);
  expect((await places()).at(-1)).toBe("m3: M0, Tyres, Lerato M");
});

test("contacts that became one are that one; a deal joined into the other one since is the other one", async () => {
  await run(both);
  await merge("M2", "M1");
  await database.sql`
    update contacts set name = 'Lerato K', name_key = 'lerato k' where customer_id = ${await idOf("M1")}`;
  const [from, into] = [await dealId("2026 contract (2)"), await dealId("2026 contract")];
  const join = { act: "join", dealId: from, intoId: into } as const;
  await changeDeal(database.db, { actor: cast.cara, now, today: "2026-11-24" }, join);
  const unchanged = both.replace("Lerato,m1", "Lerato K,m1");
  expect((await run(unchanged)).report).toMatchObject({ applied: true, unchanged: 2 });
  expect((await run(wonByM2)).report).toMatchObject({ added: 1, created: { deals: 0, contacts: 0 } });
  expect((await places()).at(-1)).toBe("m3: M1, 2026 contract, Lerato K");
});
