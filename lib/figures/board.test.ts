import { afterAll, beforeAll, expect, test } from "vitest";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { createRandom } from "@/lib/demo/random";
import { logConversation } from "@/lib/log/log-conversation";
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
  return readBoard(database.db, { filter, view: { ...view, ...asked }, totals, currencyDigits: 2 });
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
