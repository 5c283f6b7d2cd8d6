import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listDealStates } from "@/db/queries/deal-states";
import { auditLog, stageSettings, stages } from "@/db/schema";
import { logConversation } from "@/lib/log/log-conversation";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { addStage } from "./add-stage";
import { archiveStage, dropStage, restoreStage } from "./archive-stage";
import { changeStageOutcome } from "./change-stage-outcome";
import { editStage } from "./edit-stage";
import { moveStage, orderStages } from "./order-stages";
import { previewStageOutcome } from "./preview-stage-outcome";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let dealId: number;
const now = new Date("2026-06-30T12:00:00Z");
const content = { color: null, guide: "", quietAfterDays: null };

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const customerId = await addCustomer(database.db, "Lynx Leasing");
  for (const [on, stageId] of [
    ["2026-05-01", cast.stages["Demo given"]],
    ["2026-05-03", cast.stages["Proposal sent"]],
    ["2026-05-09", cast.stages.Lost],
  ] as const) {
    const entry = talk({ customerId, heldById: cast.anna.id, on, stageId });
    const logged = await logConversation(database.db, entry, {
      actor: cast.anna,
      timeZone: cast.timeZone,
      now,
    });
    dealId = logged.dealId as number;
  }
});
afterAll(() => database.drop());

async function list() {
  return database.db.select().from(stages).orderBy(asc(stages.position));
}
async function stage(name: string) {
  const found = (await list()).find((each) => each.name === name);
  if (!found) throw new Error(`No stage ${name}.`);
  return { stageId: found.id, version: found.version, actor: cast.cara, now };
}
const names = async () => (await list()).map(({ name }) => name);
const seen = async () => (await list()).map(({ id }) => id);

test("a new stage stands behind the last one of its outcome, and is audited", async () => {
  const who = { actor: cast.cara, now };
  await addStage(database.db, { ...who, outcome: "open", content: { ...content, name: "Negotiation" } });
  expect(await names()).toEqual([
    "Contact made",
    "Demo given",
    "Proposal sent",
    "Negotiation",
    "Won",
    "Lost",
    "Cancelled",
  ]);
  await expect(
    addStage(database.db, { ...who, outcome: "lost", content: { ...content, name: "negotiation" } }),
  ).rejects.toThrow("already");
  expect(await database.db.$count(auditLog, eq(auditLog.act, "add stage"))).toBe(1);
});

test("only an admin changes the pipeline", async () => {
  const anyStage = await stage("Negotiation");
  for (const actor of [cast.anna, cast.vera])
    await expect(archiveStage(database.db, { ...anyStage, actor })).rejects.toThrow("Only an admin");
});

test("a rename is refused to whoever saw an older version", async () => {
  const first = await stage("Negotiation");
  await editStage(database.db, {
    ...first,
    content: { ...content, name: "Terms", guide: "They want to buy." },
  });
  await expect(
    editStage(database.db, { ...first, content: { ...content, name: "Haggling" } }),
  ).rejects.toThrow("meanwhile");
  expect(await names()).toContain("Terms");
});

test("the preview of an outcome counts what the change then moves, and the history remembers it", async () => {
  const proposal = await stage("Proposal sent");
  const lost = await stage("Lost");
  expect(await previewStageOutcome(database.db, { stageId: lost.stageId, outcome: "open" })).toEqual({
    touched: 1,
    become: { open: 1, won: 0, lost: 0 },
    onlyPast: 0,
  });
  expect(await previewStageOutcome(database.db, { stageId: proposal.stageId, outcome: "lost" })).toEqual({
    touched: 1,
    become: { open: 0, won: 0, lost: 0 },
    onlyPast: 1,
  });
  await changeStageOutcome(database.db, { ...proposal, outcome: "lost" });
  expect((await listDealStates(database.db, [dealId])).at(-1)).toMatchObject({ closedOn: "2026-05-03" });
  expect(await database.db.$count(stageSettings, eq(stageSettings.stageId, proposal.stageId))).toBe(2);
  await changeStageOutcome(database.db, { ...(await stage("Proposal sent")), outcome: "open" });
  expect((await listDealStates(database.db, [dealId])).at(-1)).toMatchObject({ closedOn: "2026-05-09" });
});

test("the last stage of an outcome can neither change it nor be archived", async () => {
  await expect(changeStageOutcome(database.db, { ...(await stage("Won")), outcome: "lost" })).rejects.toThrow(
    "won",
  );
  await expect(archiveStage(database.db, await stage("Won"))).rejects.toThrow("won");
});

test("another order derives the deals anew and is refused to whoever saw another one", async () => {
  const before = await seen();
  const proposal = await stage("Proposal sent");
  await moveStage(database.db, { ...proposal, by: -1, seen: before });
  expect((await names()).slice(0, 3)).toEqual(["Contact made", "Proposal sent", "Demo given"]);
  const demo = await stage("Demo given");
  expect((await listDealStates(database.db, [dealId])).at(-1)?.furthestStageId).toBe(demo.stageId);
  await expect(moveStage(database.db, { ...demo, by: -1, seen: before })).rejects.toThrow("meanwhile");
  await orderStages(database.db, { actor: cast.cara, now, seen: await seen(), wanted: before });
  expect((await listDealStates(database.db, [dealId])).at(-1)?.furthestStageId).toBe(proposal.stageId);
  await expect(
    orderStages(database.db, { actor: cast.cara, now, seen: before, wanted: before.slice(1) }),
  ).rejects.toThrow("not an order");
  await expect(
    moveStage(database.db, { ...(await stage("Contact made")), by: -1, seen: before }),
  ).rejects.toThrow("any further");
});

test("a stage in use is archived and restored, one that was never used can be dropped", async () => {
  await expect(dropStage(database.db, await stage("Demo given"))).rejects.toThrow("in use");
  await archiveStage(database.db, await stage("Demo given"));
  await restoreStage(database.db, await stage("Demo given"));
  expect((await list()).every(({ archivedAt }) => archivedAt === null)).toBe(true);
  await dropStage(database.db, await stage("Terms"));
  expect(await names()).not.toContain("Terms");
});

test("of fifty who edit one stage at once one is kept and the pipeline stays a pipeline", async () => {
  const seenStage = await stage("Contact made");
  const order = await seen();
  const attempts = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      index % 2
        ? editStage(database.db, { ...seenStage, content: { ...content, name: `Contact ${index}` } })
        : moveStage(database.db, { ...seenStage, by: 1, seen: order }),
    ),
  );
  const kept = attempts.filter(({ status }) => status === "fulfilled");
  expect(kept.length).toBeGreaterThanOrEqual(1);
  expect(kept.length).toBeLessThanOrEqual(2);
  const now = await list();
  expect(now.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});
