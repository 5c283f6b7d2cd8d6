import { afterAll, beforeAll, expect, test } from "vitest";
import { listedFigures } from "@/db/queries/deal-list";
import { cursorText } from "@/lib/keyset-cursor";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { periodOfFigure, readDealCursor, readDealList } from "./deal-list";
import { readOverview } from "./overview";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const stageOrder = ["Contact made", "Demo given", "Won", "Lost", "Cancelled"] as const;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  for (let index = 0; index < 230; index++) {
    const customerId = await addCustomer(database.db, `Customer ${index % 150} ${index}`);
    for (const step of [0, 1]) {
      const stage = stageOrder[(index * 7 + step * 3) % stageOrder.length] ?? "Won";
      const on = `2026-0${4 + step}-${String(1 + ((index * 5) % 28)).padStart(2, "0")}`;
      const heldById = index % 2 ? cast.anna.id : cast.ben.id;
      await logConversation(
        database.db,
        talk({
          customerId,
          heldById,
          on,
          stageId: cast.stages[stage],
          amount: index % 3 ? String(index) : null,
        }),
        { actor: cast.cara, timeZone: cast.timeZone, now: new Date("2026-06-30T12:00:00Z") },
      );
    }
  }
}, 60_000);
afterAll(() => database.drop());

test.each([
  { from: null, to: "2026-06-15", salesperson: null },
  { from: "2026-05-05", to: "2026-05-20", salesperson: null },
  { from: "2026-04-05", to: "2026-04-20", salesperson: "anna" },
] as const)(
  "the deals behind a figure are as many as the figure says: $from to $to, $salesperson",
  async (asked) => {
    const filter = {
      from: asked.from,
      to: asked.to,
      salespersonId: asked.salesperson === null ? null : cast[asked.salesperson].id,
    };
    const { figures, counts } = await readOverview(database.db, filter, 2);
    const expected = {
      "in-pipeline": figures.inPipeline.deals,
      won: figures.won.deals,
      lost: figures.lost.deals,
      closed: figures.won.deals + figures.lost.deals,
      opened: counts.opened,
      converted: counts.converted,
      "new-prospects": figures.newProspectsThisMonth,
    };
    for (const figure of listedFigures) {
      const dates = { ...filter, ...periodOfFigure(figure, filter) };
      const { total } = await readDealList(database.db, { figure, filter: dates, after: null }, 2);
      expect([figure, total.deals]).toEqual([figure, expected[figure]]);
      const seen: number[] = [];
      let after: ReturnType<typeof readDealCursor> = null;
      for (;;) {
        const page = await readDealList(database.db, { figure, filter, after }, 2);
        expect(page.total.deals, figure).toBe(expected[figure]);
        seen.push(...page.items.map(({ dealId }) => dealId));
        if (page.next === null) break;
        after = readDealCursor(page.next);
      }
      expect([seen.length, new Set(seen).size], figure).toEqual([expected[figure], expected[figure]]);
      if (figure === "in-pipeline" || figure === "won" || figure === "lost") {
        const { total } = await readDealList(database.db, { figure, filter, after: null }, 2);
        const same = figure === "in-pipeline" ? figures.inPipeline : figures[figure];
        expect(total).toMatchObject({ customers: same.customers, value: same.value });
      }
    }
  },
);

test("a cursor that is none of ours begins at the first deal", () => {
  expect(readDealCursor("")).toBeNull();
  expect(readDealCursor("1-2; drop table deals")).toBeNull();
  expect(readDealCursor(cursorText([-1e15, 1]))).toBeNull();
  expect(readDealCursor(cursorText([Date.UTC(2026, 0), -1]))).toBeNull();
});
