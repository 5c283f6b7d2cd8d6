import { afterAll, beforeAll, expect, test } from "vitest";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { readTrends } from "./trends";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const said = async (
    customer: string,
    ...talks: [on: string, stage: keyof typeof cast.stages, heldById?: number][]
  ) => {
    const customerId = await addCustomer(database.db, customer);
    for (const [on, stage, heldById = cast.anna.id] of talks)
      await logConversation(database.db, talk({ customerId, heldById, on, stageId: cast.stages[stage] }), {
        actor: cast.cara,
        timeZone: cast.timeZone,
        now: new Date("2026-06-30T12:00:00Z"),
      });
  };
  await said("Aloe", ["2025-06-10", "Demo given"], ["2025-06-30", "Won"]);
  await said("Baobab", ["2025-06-29", "Demo given"], ["2025-07-01", "Won"]);
  await said("Cycad", ["2026-03-01", "Demo given"], ["2026-03-11", "Won"], ["2026-06-20", "Cancelled"]);
  await said(
    "Dombeya",
    ["2026-03-02", "Demo given"],
    ["2026-03-09", "Lost"],
    ["2026-05-01", "Demo given", cast.ben.id],
    ["2026-05-05", "Won", cast.ben.id],
  );
  await said("Erica", ["2026-06-16", "Demo given"]);
});
afterAll(() => database.drop());

async function trends(to: string, salespersonId: number | null = null) {
  const months = await readTrends(database.db, { from: "2026-06-01", to, salespersonId });
  expect(months.map(({ month }) => month).filter((_, index) => index % 11 === 0)).toEqual([
    "2025-07",
    "2026-06",
  ]);
  expect(months).toHaveLength(12);
  const some = months.filter(({ won, lost, newProspects }) => won + lost + newProspects > 0);
  return {
    rows: some.map(({ month, won, lost, newProspects, averageDaysToClose }) => [
      ...[month, won, lost, newProspects, averageDaysToClose],
    ]),
    incomplete: months.filter(({ isIncomplete }) => isIncomplete).map(({ month }) => month),
  };
}

test("the twelve months that end in T's: won and lost by the month they closed, customers by their first sale, as of T", async () => {
  expect(await trends("2026-06-15")).toEqual({
    rows: [
      ["2025-07", 1, 0, 0, 2],
      ["2026-03", 1, 1, 2, 10],
      ["2026-05", 1, 0, 0, 4],
    ],
    incomplete: ["2026-06"],
  });
  expect(await trends("2026-06-30")).toEqual({
    rows: [
      ["2025-07", 1, 0, 0, 2],
      ["2026-03", 0, 1, 2, null],
      ["2026-05", 1, 0, 0, 4],
      ["2026-06", 0, 1, 1, null],
    ],
    incomplete: [],
  });
  expect((await trends("2026-06-15", cast.ben.id)).rows).toEqual([["2026-05", 1, 0, 0, 4]]);
});
