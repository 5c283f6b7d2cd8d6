import { afterAll, beforeAll, expect, test } from "vitest";
import { stageGridRows } from "@/components/stages/grid-rows";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { createRandom } from "@/lib/demo/random";
import { readOpenPromises } from "@/lib/follow-ups/read-open-promises";
import { snoozeFollowUp } from "@/lib/follow-ups/snooze-follow-up";
import { teamFormats } from "@/lib/format/team-formats";
import { deleteConversation } from "@/lib/log/change-conversation";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { boardCards, readBoard } from "./board";
import { readGridPage, readGridTotals } from "./grid";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;

const view = {
  stageId: null,
  search: "",
  sort: "stage",
  descending: false,
  after: null,
  limit: 1000,
} as const;
const euros = { locale: "en-GB", currency: "EUR", currencyDigits: 2, timeZone: "Africa/Johannesburg" };
const may: FigureFilter = { from: null, to: "2026-05-31", salespersonId: null };

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const random = createRandom(11);
  const stageIds = Object.values(cast.stages).slice(0, 5);
  for (let number = 0; number < boardCards.ofEachStage + 15; number++) {
    const customerId = await addCustomer(database.db, `Customer ${number}`);
    const held = { customerId, heldById: random.chance(0.5) ? cast.anna.id : cast.ben.id };
    for (const day of [1, 9, 17].slice(0, random.between(1, 3))) {
      const stageId = random.chance(0.6) ? stageIds[0] : random.pick(stageIds);
      const entry = talk({
        ...held,
        on: `2026-05-${String(day + random.between(0, 7)).padStart(2, "0")}`,
        stageId: stageId ?? 0,
        amount: random.chance(0.5) ? String(random.between(1, 900)) : null,
      });
      await logConversation(database.db, entry, {
        actor: cast.cara,
        timeZone: cast.timeZone,
        now: new Date("2026-06-01T10:00:00Z"),
      });
    }
  }
});
afterAll(() => database.drop());

const board = async (
  filter: FigureFilter,
  asked: Partial<{ stageId: number | null; search: string }> = {},
) => {
  const totals = await readGridTotals(database.db, filter, 2);
  const team = { currencyDigits: 2, timeZone: cast.timeZone };
  return readBoard(database.db, { filter, view: { ...view, ...asked }, totals, today: "2026-06-01", team });
};

test("each column counts and adds up the grid's rows of its stage, and begins with the first of them in their order", async () => {
  const filters = [may, { ...may, to: "2026-05-12" }, { ...may, salespersonId: cast.anna.id }];
  for (const filter of filters) {
    for (const search of ["", "er 1"]) {
      const { items } = await readGridPage(database.db, filter, { ...view, search }, 2);
      const { columns, matching } = await board(filter, { search });
      expect(matching).toBe(items.length);
      for (const { stage, customers, value, cards } of columns) {
        const rows = items.filter((item) => item.stage.id === stage.id);
        expect(customers).toBe(rows.length);
        expect(Number(value)).toBeCloseTo(rows.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0));
        const first = rows.slice(0, boardCards.ofEachStage);
        expect(cards.map(({ customerId, dealId, amount }) => [customerId, dealId, amount])).toEqual(
          first.map(({ customerId, dealId, amount }) => [customerId, dealId, amount]),
        );
      }
    }
  }
});

test("a single stage has all its cards, page by page", async () => {
  const stageId = cast.stages["Contact made"];
  const { columns, next } = await board(may, { stageId });
  expect(columns.map(({ stage, customers, cards }) => [stage.name, customers === cards.length])).toEqual([
    ["Contact made", true],
  ]);
  expect(columns[0]?.customers).toBeGreaterThan(boardCards.ofEachStage);
  expect(next).toBeNull();
});

test("card and row tell what was promised on their conversation and what has become of it, as of the day", async () => {
  const { db } = database;
  const actor = cast.cara;
  const promised = async (name: string, given: Partial<NewConversation>) => {
    const entry = talk({
      customerId: await addCustomer(db, name),
      heldById: cast.anna.id,
      on: "2026-05-02",
      stageId: cast.stages["Contact made"],
      followUpOn: "2026-05-20",
      ...given,
    });
    return logConversation(db, entry, {
      actor,
      timeZone: cast.timeZone,
      now: new Date("2026-06-01T10:00:00Z"),
    });
  };
  const kept = await promised("Promise kept", {});
  const { customerId } = kept;
  const next = talk({ customerId, heldById: cast.anna.id, on: "2026-05-22", followsUpId: kept.id });
  await logConversation(db, next, { actor, timeZone: cast.timeZone, now: new Date("2026-06-01T10:00:00Z") });
  // Half past midnight of the 25th in Johannesburg.
  await promised("Promise ticked", { completedAt: new Date("2026-05-24T22:30:00Z") });
  const snoozed = await promised("Promise snoozed", {});
  const now = new Date("2026-06-01T10:00:00Z");
  const mistaken = { ...next, customerId: snoozed.customerId, followsUpId: snoozed.id };
  const { id: conversationId } = await logConversation(db, mistaken, { actor, timeZone: cast.timeZone, now });
  await deleteConversation(db, { conversationId, version: 1, actor, now });
  await snoozeFollowUp(db, {
    conversationId: snoozed.id,
    seenOn: "2026-05-20",
    untilOn: "2026-06-03",
    reason: "on leave",
    today: "2026-06-01",
    actor,
    now: new Date("2026-06-01T10:00:00Z"),
  });
  const told = async (to: string, stageId: number | null = null) => {
    const { columns } = await board({ ...may, to }, { stageId, search: "Promise" });
    const cards = columns.flatMap((column) => column.cards);
    return Object.fromEntries(
      cards.map(({ customer, followUp }) => [
        customer.replace("Promise ", ""),
        followUp && `${followUp.isOverdue ? "overdue since" : "due"} ${followUp.on}`,
      ]),
    );
  };
  const written = async (to: string) => {
    const { items } = await readGridPage(db, { ...may, to }, { ...view, search: "Promise" }, 2);
    const ids = items.map(({ conversationId }) => conversationId);
    const asOf = { to, today: "2026-06-01", timeZone: cast.timeZone };
    const openPromises = await readOpenPromises(db, ids, asOf);
    const rows = stageGridRows(items, teamFormats(euros), { openPromises });
    return Object.fromEntries(
      rows.map(({ customer, followUp, followUpState }) => [
        customer.replace("Promise ", ""),
        `${followUp} ${followUpState}`.trim(),
      ]),
    );
  };
  const due = "due 2026-05-20";
  const overdue = "overdue since 2026-05-20";
  expect(await told("2026-05-20")).toEqual({ kept: due, ticked: due, snoozed: due });
  expect(await told("2026-05-21")).toEqual({ kept: overdue, ticked: overdue, snoozed: overdue });
  expect(await told("2026-05-24")).toEqual({ kept: null, ticked: overdue, snoozed: overdue });
  expect(await told("2026-05-25")).toEqual({ kept: null, ticked: null, snoozed: overdue });
  for (const stageId of [null, cast.stages["Contact made"]])
    expect(await told("2026-06-01", stageId)).toEqual({
      kept: null,
      ticked: null,
      snoozed: "due 2026-06-03",
    });
  const promise = "20 May 2026";
  expect(await written("2026-05-20")).toEqual({ kept: promise, ticked: promise, snoozed: promise });
  expect(await written("2026-05-24")).toEqual({
    kept: `${promise} done`,
    ticked: `${promise} overdue`,
    snoozed: `${promise} overdue`,
  });
  expect(await written("2026-06-01")).toEqual({
    kept: `${promise} done`,
    ticked: `${promise} done`,
    snoozed: `${promise} snoozed`,
  });
});
