import { afterAll, beforeAll, expect, test } from "vitest";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { readAnalysis } from "./analysis";
import { readFunnel } from "./funnel";
import { isEmptyAnalysis } from "./is-empty-analysis";
import { readTimeInStage } from "./time-in-stage";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

test("Anna's deal of April that Ben won in May: of Anna in May there is a stay to show; in June nothing", async () => {
  const { db } = database;
  const { anna, ben, stages, timeZone } = cast;
  const customerId = await addCustomer(db, "A");
  const who = { actor: cast.cara, timeZone, now: new Date("2026-06-30T12:00:00Z") };
  for (const [heldBy, on, stageId] of [
    [anna, "2026-04-10", stages["Contact made"]],
    [ben, "2026-05-04", stages["Demo given"]],
    [ben, "2026-05-20", stages.Won],
  ] as const)
    await logConversation(db, talk({ customerId, heldById: heldBy.id, on, stageId }), who);
  const analysisOf = async (from: string, to: string) => {
    const filter = { from, to, salespersonId: anna.id };
    const [analysis, funnel, timeInStage] = [
      await readAnalysis(db, filter),
      await readFunnel(db, filter),
      await readTimeInStage(db, filter),
    ];
    return { analysis, funnel, timeInStage };
  };
  const may = await analysisOf("2026-05-01", "2026-05-31");
  expect(may.timeInStage.filter(({ spans }) => spans > 0)).toMatchObject([{ stage: { name: "Demo given" } }]);
  expect(isEmptyAnalysis({ ...may, timeInStage: [] })).toBe(true);
  expect(isEmptyAnalysis(may)).toBe(false);
  expect(isEmptyAnalysis(await analysisOf("2026-06-01", "2026-06-30"))).toBe(true);
});
