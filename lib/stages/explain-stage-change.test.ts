import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stages } from "@/db/schema";
import type { Actor } from "@/lib/pipeline/permissions";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { dropStage } from "./archive-stage";
import { movedOnce } from "./arranged-order";
import { editStage } from "./edit-stage";
import { explainOrderChange, explainStageChange } from "./explain-stage-change";
import { orderStages } from "./order-stages";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

const list = () => database.db.select().from(stages).orderBy(asc(stages.position));

test("the second of two is told who changed what of a stage, over several changes", async () => {
  const stageId = cast.stages["Demo given"];
  const who = { actor: cast.cara, now };
  const seen = { stageId, version: 1 };
  expect(await explainStageChange(database.db, cast.anna, seen)).toBeUndefined();
  const content = { name: "Demo done", color: "#db2777", guide: "They saw it.", quietAfterDays: 7 };
  await editStage(database.db, { ...who, ...seen, content });
  const wanted = movedOnce(
    (await list()).map(({ id }) => ({ id, isArchived: false })),
    stageId,
    -1,
  );
  await orderStages(database.db, { ...who, seen: (await list()).map(({ id }) => id), wanted });
  expect(await explainStageChange(database.db, cast.anna, seen)).toBe(
    "Cara has changed this stage meanwhile: the name is “Demo done” (was “Demo given”); the guide is “They saw it.” (was nothing); the colour is “Pink” (was “Its outcome's”); quiet after is 7 days (was the team's default); the place is number 1 (was number 2). Nothing of yours is saved yet; save again to put it in place.",
  );
});

test("whoever pressed a button is not told to save", async () => {
  const seen = { stageId: cast.stages["Demo given"], version: 1 };
  expect(await explainStageChange(database.db, cast.anna, seen, "press")).toMatch(
    /^Cara has changed this stage meanwhile: .*\. Nothing is done yet: this is how it stands now\. Press again to do it\.$/,
  );
});

test("one day is told as one day", async () => {
  const stageId = cast.stages["Proposal sent"];
  const version = (await list()).find(({ id }) => id === stageId)?.version ?? 0;
  const content = { name: "Proposal sent", color: null, guide: "", quietAfterDays: 1 };
  await editStage(database.db, { actor: cast.cara, now, stageId, version, content });
  const told = await explainStageChange(database.db, cast.anna, { stageId, version });
  expect(told).toContain("quiet after is 1 day (was the team's default).");
});

test("another order is told, the same is not", async () => {
  const order = (await list()).map(({ id }) => id);
  expect(await explainOrderChange(database.db, cast.anna, order)).toBeUndefined();
  const told = (actor: Actor) => explainOrderChange(database.db, actor, order.toReversed());
  expect(await told(cast.anna)).toContain("Cara has changed the pipeline");
  expect(await told(cast.cara)).toContain("You have changed the pipeline");
});

test("a stage that is gone is told, the last one of an order too", async () => {
  const order = (await list()).map(({ id }) => id);
  const stage = (await list()).find(({ name }) => name === "Cancelled");
  if (!stage) throw new Error("There is such a stage.");
  const seen = { stageId: stage.id, version: stage.version };
  await dropStage(database.db, { actor: cast.cara, now, ...seen });
  expect(await explainStageChange(database.db, cast.anna, seen)).toBe(
    "Cara has dropped this stage meanwhile.",
  );
  expect(await explainOrderChange(database.db, cast.anna, order)).toContain("Cara has changed the pipeline");
});
