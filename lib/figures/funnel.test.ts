import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stages } from "@/db/schema";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { readFunnel } from "./funnel";
import { readOverview } from "./overview";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const paths = {
    A: ["Proposal sent", "Won"],
    B: ["Demo given", "Proposal sent"],
    C: ["Contact made", "Lost"],
  } as const;
  for (const [customer, path] of Object.entries(paths)) {
    const customerId = await addCustomer(database.db, customer);
    for (const [index, stage] of path.entries())
      await logConversation(
        database.db,
        talk({
          customerId,
          heldById: cast.anna.id,
          on: `2026-05-0${index + 1}`,
          stageId: cast.stages[stage],
        }),
        { actor: cast.cara, timeZone: cast.timeZone, now: new Date("2026-05-31T12:00:00Z") },
      );
  }
});
afterAll(() => database.drop());

async function funnel(given: { to?: string; salespersonId?: number } = {}) {
  const filter = { from: null, to: "2026-05-31", salespersonId: null, ...given };
  const steps = await readFunnel(database.db, filter);
  return steps.map(({ stage, reached, conversionToNext }) => [
    stage?.name ?? null,
    reached,
    conversionToNext && Math.round(conversionToNext * 100),
  ]);
}

test("reached: C 1 + B 1 + A 1 = 3, at Demo given and Proposal sent A and B = 2, won A = 1", async () => {
  expect(await funnel()).toEqual([
    ["Contact made", 3, 67],
    ["Demo given", 2, 100],
    ["Proposal sent", 2, 50],
    [null, 1, null],
  ]);
});

test("an archived stage that a deal went through comes behind those in use, and no step leads over it", async () => {
  const archived = inArray(stages.id, [cast.stages["Demo given"]]);
  await database.db.update(stages).set({ archivedAt: new Date() }).where(archived);
  expect(await funnel()).toEqual([
    ["Contact made", 3, 67],
    ["Proposal sent", 2, 50],
    ["Demo given", 2, null],
    [null, 1, null],
  ]);
  expect(await funnel({ to: "2026-04-30" })).toEqual([
    ["Contact made", 0, null],
    ["Proposal sent", 0, null],
    [null, 0, null],
  ]);
  expect(await funnel({ salespersonId: cast.ben.id })).toHaveLength(3);
  await database.db.update(stages).set({ archivedAt: null }).where(archived);
});

test("what was lost at once is among those opened: of A, B, C and D 75 % reached the first stage, 25 % are won", async () => {
  const customerId = await addCustomer(database.db, "Lost at once");
  const lost = { customerId, heldById: cast.anna.id, on: "2026-06-01", stageId: cast.stages.Lost };
  await logConversation(database.db, talk(lost), {
    ...{ actor: cast.cara, timeZone: cast.timeZone, now: new Date("2026-06-02T12:00:00Z") },
  });
  const filter = { from: null, to: "2026-06-02", salespersonId: null };
  const steps = await readFunnel(database.db, filter);
  expect(steps.map(({ shareOfOpened }) => shareOfOpened)).toEqual([0.75, 0.5, 0.5, 0.25]);
  const { figures } = await readOverview(database.db, filter, 2);
  expect(steps.at(-1)?.shareOfOpened).toBe(figures.conversionRate);
  expect((await readFunnel(database.db, { ...filter, to: "2026-04-30" })).at(0)?.shareOfOpened).toBeNull();
});

test("an archived stage that none of the deals was at is left out, though some skipped it", async () => {
  const archived = inArray(stages.id, [cast.stages["Contact made"]]);
  await database.db.update(stages).set({ archivedAt: new Date() }).where(archived);
  expect(await funnel({ to: "2026-05-01" })).toContainEqual(["Contact made", 3, null]);
  const customerId = await addCustomer(database.db, "D");
  await logConversation(
    database.db,
    talk({
      customerId,
      heldById: cast.ben.id,
      on: "2026-05-04",
      stageId: cast.stages["Demo given"],
    }),
    { actor: cast.cara, timeZone: cast.timeZone, now: new Date("2026-05-31T12:00:00Z") },
  );
  expect(await funnel({ salespersonId: cast.ben.id })).toEqual([
    ["Demo given", 1, 0],
    ["Proposal sent", 0, null],
    [null, 0, null],
  ]);

  await logConversation(
    database.db,
    talk({
      customerId,
      heldById: cast.ben.id,
      on: "2026-05-06",
      stageId: cast.stages["Proposal sent"],
    }),
    { actor: cast.cara, timeZone: cast.timeZone, now: new Date("2026-05-31T12:00:00Z") },
  );
  const proposal = eq(stages.id, cast.stages["Proposal sent"]);
  await database.db.update(stages).set({ archivedAt: new Date() }).where(proposal);
  expect(await funnel({ salespersonId: cast.ben.id })).toContainEqual(["Proposal sent", 1, null]);
  expect(await funnel({ salespersonId: cast.ben.id, to: "2026-05-05" })).toEqual([
    ["Demo given", 1, 0],
    [null, 0, null],
  ]);
});
