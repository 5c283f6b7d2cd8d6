import { afterAll, beforeAll, expect, test } from "vitest";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { addCustomer as castCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { addCustomer, archiveCustomer } from "./change-customer";
import { loadCustomer } from "./load-customer";
import { customerPageSize, readCustomerList } from "./read-customer-list";
import { readCustomerPage, readTimeline, timelinePageSize } from "./read-customer-page";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const today = "2026-06-30";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

function log(customerId: number, on: string, given: Partial<NewConversation> = {}) {
  const entry = talk({ customerId, heldById: cast.ben.id, on, ...given });
  return logConversation(database.db, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
}

async function pageOf(customerId: number) {
  const customer = await loadCustomer(database.db, String(customerId));
  return customer && readCustomerPage(database.db, customer, today, "");
}

const list = (params: Record<string, string>) => readCustomerList(database.db, params, today);

test("the list is paged by name without gap or repetition, and a cursor that is none of ours begins at the start", async () => {
  const names = Array.from(
    { length: customerPageSize + 3 },
    (_, index) => `Page ${String(index).padStart(3, "0")}`,
  );
  for (const name of names) await castCustomer(database.db, name);
  const first = await list({ search: "page 0" });
  const second = await list({ search: "page 0", cursor: first.next ?? "" });
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(names);
  expect([first.found, first.isFirst, second.isFirst, second.next]).toEqual([
    names.length,
    true,
    false,
    null,
  ]);
  for (const cursor of ["nonsense", "W10", Buffer.from('["x","y"]').toString("base64url")])
    expect((await list({ search: "page 0", cursor })).isFirst, cursor).toBe(true);
});

test("a customer whose first sale is logged for tomorrow has no deal yet, and its page tells when one begins", async () => {
  const customerId = await castCustomer(database.db, "Tomorrow Tyres");
  await log(customerId, "2026-07-01", { stageId: cast.stages.Won });
  expect(await pageOf(customerId)).toMatchObject({ deals: [], nextDealOn: "2026-07-01" });
  expect(await pageOf(await castCustomer(database.db, "Quiet Quarry"))).toMatchObject({ nextDealOn: null });
  await log(customerId, today, { stageId: cast.stages.Won });
  expect(await pageOf(customerId)).toMatchObject({ deals: [{ outcome: "won" }], nextDealOn: null });
});

test("archived customers are shown on request, and each list tells how many the other one has", async () => {
  const add = (name: string) => addCustomer(database.db, { name, openedOn: null, actor: cast.anna, now });
  const customerId = await add("Sable Steel");
  await add("Sable Sand");
  await archiveCustomer(database.db, { customerId, version: 1, actor: cast.anna, now });
  const active = await list({ search: "sable" });
  const archived = await list({ search: "sable", archived: "yes" });
  expect(
    [active, archived].map(({ items, foundElsewhere }) => [items.map((row) => row.name), foundElsewhere]),
  ).toEqual([
    [["Sable Sand"], 1],
    [["Sable Steel"], 1],
  ]);
});

test("a customer's page: 1 to 10 January are 9 days before pipeline; two stays of 3 and 5 days, then won", async () => {
  const customerId = await addCustomer(database.db, {
    name: "Tsessebe Tools",
    openedOn: "2026-01-01",
    actor: cast.anna,
    now,
  });
  await log(customerId, "2026-01-04T08:00");
  await log(customerId, "2026-01-10T23:30", { stageId: cast.stages["Contact made"] });
  await log(customerId, "2026-01-13T00:30", { stageId: cast.stages["Demo given"], amount: "400" });
  await log(customerId, "2026-01-18T09:00", { stageId: cast.stages.Won, followUpOn: "2026-07-02" });
  await log(customerId, "2026-06-20T09:00", { stageId: cast.stages["Proposal sent"] });
  const page = await pageOf(customerId);
  expect(page?.daysBeforePipeline).toBe(9);
  expect(
    page?.deals.map(({ stage, steps }) => [stage, steps.map((step) => [step.stage, step.days])]),
  ).toEqual([
    ["Proposal sent", [["Proposal sent", 10]]],
    [
      "Won",
      [
        ["Contact made", 3],
        ["Demo given", 5],
        ["Won", 163],
      ],
    ],
  ]);
  expect(page?.due.map(({ dueOn }) => dueOn)).toEqual(["2026-07-02"]);
  expect(page?.timeline.items).toHaveLength(5);
});

test("a customer without sales conversations or opening day has no days before pipeline; an unknown one no page", async () => {
  const customerId = await castCustomer(database.db, "Umbrella Thorn");
  const page = await pageOf(customerId);
  expect(page).toMatchObject({ daysBeforePipeline: null, deals: [], due: [], contacts: [] });
  expect(await pageOf(999_999)).toBeUndefined();
});

test("older conversations follow page by page, those of one moment included", async () => {
  const customerId = await castCustomer(database.db, "Vlei Vehicles");
  const ids: number[] = [];
  for (let number = 0; number < timelinePageSize + 2; number++)
    ids.push((await log(customerId, "2026-05-05T10:00")).id);
  const newest = await readTimeline(database.db, customerId, "");
  const oldest = await readTimeline(database.db, customerId, newest.older ?? "");
  expect([...newest.items, ...oldest.items].map(({ id }) => id)).toEqual(ids.toReversed());
  expect([newest.isNewest, oldest.isNewest, oldest.older]).toEqual([true, false, null]);
  expect((await readTimeline(database.db, customerId, "junk")).isNewest).toBe(true);
});
