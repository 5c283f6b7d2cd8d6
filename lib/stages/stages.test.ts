import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { getVersion } from "@/db/queries/conversations";
import { listDealStates } from "@/db/queries/deal-states";
import { lockMembers } from "@/db/queries/members-lock";
import { getStageSetting } from "@/db/queries/stage-settings";
import { auditLog, conversations, members, stageSettings, stages } from "@/db/schema";
import { lockImports } from "@/lib/import/import-lock";
import { logConversation } from "@/lib/log/log-conversation";
import { lockPipelineExclusive, lockPipelineShared } from "@/lib/log/pipeline-lock";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { undoChange } from "@/lib/log/undo-change";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { addStage } from "./add-stage";
import { archiveStage, dropStage, restoreStage } from "./archive-stage";
import { movedOnce } from "./arranged-order";
import { changeStageOutcome } from "./change-stage-outcome";
import { changeStages } from "./change-stages";
import { editStage } from "./edit-stage";
import { foreseenOn } from "./foreseen-on";
import { mergeStage } from "./merge-stage";
import { orderStages } from "./order-stages";
import { previewStageChange } from "./preview-stage-change";
import { readStageFigures } from "./stage-figures";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let dealId: number;
const now = new Date("2026-06-30T12:00:00Z");
const asked = { today: "2026-06-30", currencyDigits: 2 };
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

test("saving a stage as it is, or the order as it is, writes nothing", async () => {
  const entries = await database.db.$count(auditLog);
  const stored = () => database.db.select({ row: sql`stages`, writtenBy: sql`xmin` }).from(stages);
  const before = await stored();
  const proposal = await stage("Proposal sent");
  await editStage(database.db, { ...proposal, content: { ...content, name: "Proposal sent" } });
  const order = await seen();
  await orderStages(database.db, { actor: cast.cara, now, seen: order, wanted: order });
  expect(await stored()).toEqual(before);
  expect(await database.db.$count(auditLog)).toBe(entries);
});

test("a stage is called another one's name and id, two names are swapped, and all is still edited", async () => {
  const isolated = await createTestDatabase();
  const { db } = isolated;
  try {
    const { cara, stages: ids } = await castTeam(db);
    const who = { actor: cara, now };
    const demo = { ...who, stageId: ids["Demo given"] };
    const proposal = { ...who, stageId: ids["Proposal sent"] };
    const name = `Demo given ${demo.stageId}`;
    await editStage(db, { ...proposal, version: 1, content: { ...content, name } });
    await editStage(db, { ...demo, version: 1, content: { ...content, name: "Demo given", guide: "Seen." } });
    await changeStages(db, { ...who, act: "edit stage" }, (all) =>
      all.map((each) => {
        if (each.id === demo.stageId) return { ...each, name };
        return each.id === proposal.stageId ? { ...each, name: "Demo given" } : each;
      }),
    );
    const after = await db.select().from(stages).orderBy(asc(stages.position));
    expect(after.slice(1, 3).map((each) => [each.id, each.name, each.nameKey])).toEqual([
      [demo.stageId, name, name.toLowerCase()],
      [proposal.stageId, "Demo given", "demo given"],
    ]);
  } finally {
    await isolated.drop();
  }
});

test("a stage whose name was kept under an earlier rule stays as it is beside others, and is found and edited", async () => {
  const isolated = await createTestDatabase();
  const { db } = isolated;
  try {
    const { cara, stages: ids } = await castTeam(db);
    const kept = { name: "\u202EDemo", nameKey: "\u202Edemo" };
    const demo = eq(stages.id, ids["Demo given"]);
    await db.update(stages).set(kept).where(demo);
    const proposal = { actor: cara, now, stageId: ids["Proposal sent"], version: 1 };
    await editStage(db, { ...proposal, content: { ...content, name: "Offer sent" } });
    expect(await db.query.stages.findFirst({ where: demo })).toMatchObject({ ...kept, version: 1 });
    const again = { ...proposal, stageId: ids["Demo given"] };
    await editStage(db, { ...again, content: { ...content, name: kept.name, guide: "Seen." } });
    expect(await db.query.stages.findFirst({ where: demo })).toMatchObject({
      ...{ name: "Demo", nameKey: "demo", guide: "Seen." },
    });
  } finally {
    await isolated.drop();
  }
});

test("only an admin changes the pipeline", async () => {
  const anyStage = await stage("Negotiation");
  for (const actor of [cast.anna, cast.vera])
    await expect(archiveStage(database.db, { ...anyStage, actor })).rejects.toThrow("Only an admin");
});

test("whoever was an admin a moment before changes nothing any more, nor sees what it would do", async () => {
  const proposal = await stage("Proposal sent");
  const archive = (db: Database) => archiveStage(db, proposal);
  const makeCara = (role: "admin" | "member") =>
    database.db.update(members).set({ role }).where(eq(members.id, cast.cara.id));
  await makeCara("member");
  await expect(archive(database.db)).rejects.toThrow("Only an admin");
  await expect(previewStageChange(database.db, archive, asked)).rejects.toThrow("Only an admin");
  await makeCara("admin");
  expect(await stage("Proposal sent")).toEqual(proposal);
});

test("what a change would move is shown at once, whoever is changing the team or the pipeline", async () => {
  const proposal = await stage("Proposal sent");
  await database.db.transaction(async (tx) => {
    await lockMembers(tx);
    await lockPipelineExclusive(tx);
    const preview = previewStageChange(database.db, (db) => archiveStage(db, proposal), asked);
    expect(await preview).toMatchObject({ become: { open: 0 } });
  });
});

test("while an import runs a change is refused, so that nobody waits behind it; what it would do is shown", async () => {
  const order = await seen();
  const turned = { actor: cast.cara, now, seen: order, wanted: order };
  await database.db.transaction(async (tx) => {
    await lockImports(tx);
    await lockPipelineShared(tx);
    await expect(orderStages(database.db, turned)).rejects.toThrow("An import is running");
    expect(await previewStageChange(database.db, (own) => orderStages(own, turned), asked)).toBeDefined();
  });
  await orderStages(database.db, turned);
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
  const preview = (of: typeof lost, outcome: "open" | "lost") =>
    previewStageChange(database.db, (tx) => changeStageOutcome(tx, { ...of, outcome }), asked);
  expect(await preview(lost, "open")).toMatchObject({
    become: { open: 1, won: 0, lost: 0 },
    onlyPast: 0,
  });
  expect(await preview(proposal, "lost")).toMatchObject({
    become: { open: 0, won: 0, lost: 0 },
    onlyPast: 1,
  });
  await changeStageOutcome(database.db, { ...proposal, outcome: "lost" });
  expect((await listDealStates(database.db, [dealId])).at(-1)).toMatchObject({ closedOn: "2026-05-03" });
  expect(await database.db.$count(stageSettings, eq(stageSettings.stageId, proposal.stageId))).toBe(2);
  await changeStageOutcome(database.db, { ...(await stage("Proposal sent")), outcome: "open" });
  expect((await listDealStates(database.db, [dealId])).at(-1)).toMatchObject({ closedOn: "2026-05-09" });
});

test("a what-if tells of the twelve whole months before this one, each as of its own end", async () => {
  const { months } = await readStageFigures(database.db, "2026-05-20", 2);
  expect(months.map(({ firstOn }) => firstOn)).toEqual([
    ...["05", "06", "07", "08", "09", "10", "11", "12"].map((month) => `2025-${month}-01`),
    ...["01", "02", "03", "04"].map((month) => `2026-${month}-01`),
  ]);
  const figures = (await readStageFigures(database.db, "2026-06-30", 2)).months.at(-1)?.overview.figures;
  expect(figures?.newProspectsThisMonth).toBe(1);
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
  const up = movedOnce(
    (await list()).map(({ id }) => ({ id, isArchived: false })),
    proposal.stageId,
    -1,
  );
  const who = { actor: cast.cara, now };
  await orderStages(database.db, { ...who, seen: before, wanted: up });
  expect((await names()).slice(0, 3)).toEqual(["Contact made", "Proposal sent", "Demo given"]);
  const demo = await stage("Demo given");
  expect((await listDealStates(database.db, [dealId])).at(-1)?.furthestStageId).toBe(demo.stageId);
  await expect(orderStages(database.db, { ...who, seen: before, wanted: up })).rejects.toThrow("meanwhile");
  await orderStages(database.db, { ...who, seen: await seen(), wanted: before });
  expect((await listDealStates(database.db, [dealId])).at(-1)?.furthestStageId).toBe(proposal.stageId);
  await expect(orderStages(database.db, { ...who, seen: before, wanted: before.slice(1) })).rejects.toThrow(
    "not an order",
  );
});

test("a stage in use is archived and restored, one that was never used can be dropped", async () => {
  await expect(dropStage(database.db, await stage("Demo given"))).rejects.toThrow("in use");
  await archiveStage(database.db, await stage("Demo given"));
  await restoreStage(database.db, await stage("Demo given"));
  expect((await list()).every(({ archivedAt }) => archivedAt === null)).toBe(true);
  await dropStage(database.db, await stage("Terms"));
  expect(await names()).not.toContain("Terms");
});

test("a merged stage hands on its conversations, a version each, and its deals; whoever comes later finds the other", async () => {
  const { db } = database;
  const [proposal, demo, lost] = [
    await stage("Proposal sent"),
    await stage("Demo given"),
    await stage("Lost"),
  ];
  const merge = { ...proposal, intoId: demo.stageId };
  await expect(mergeStage(db, { ...merge, actor: cast.anna })).rejects.toThrow("Only an admin");
  await expect(mergeStage(db, { ...merge, intoId: proposal.stageId })).rejects.toThrow("itself");
  await expect(mergeStage(db, { ...merge, intoId: 999 })).rejects.toThrow("no longer there");
  await expect(mergeStage(db, { ...(await stage("Won")), intoId: lost.stageId })).rejects.toThrow(
    "needs at least one stage that is won",
  );
  const [talked] = await db.select().from(conversations).where(eq(conversations.stageId, proposal.stageId));
  if (!talked) throw new Error("A proposal was sent.");

  const attempts = await Promise.allSettled([mergeStage(db, merge), mergeStage(db, merge)]);
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await getVersion(db, talked.id, 2)).toMatchObject({
    act: "merged",
    stageId: demo.stageId,
    savedById: cast.cara.id,
  });
  expect((await list()).find(({ id }) => id === proposal.stageId)).toMatchObject({
    mergedIntoId: demo.stageId,
    archivedAt: now,
  });
  expect(await getStageSetting(db, proposal.stageId)).toMatchObject({
    mergedInto: "Demo given",
    isUsed: true,
  });
  expect(await getStageSetting(db, cast.stages["Contact made"])).toMatchObject({
    mergedInto: null,
    isUsed: false,
  });
  expect((await rebuildStates(db)).differences).toEqual([]);
  const [entry] = await db.select().from(auditLog).where(eq(auditLog.act, "merge stage"));
  expect(entry?.after).toMatchObject([{ name: "Proposal sent", conversationsMoved: 1 }]);

  const who = { actor: cast.cara, timeZone: cast.timeZone, now };
  const late = talk({
    customerId: talked.customerId,
    heldById: cast.anna.id,
    on: "2026-05-04",
    stageId: proposal.stageId,
  });
  expect((await logConversation(db, late, who)).stageId).toBe(demo.stageId);
  const change = { conversationId: talked.id, actor: cast.cara, now };
  await expect(undoChange(db, { ...change, version: 2 })).rejects.toThrow("merged");

  await restoreStage(db, await stage("Proposal sent"));
  expect((await list()).find(({ id }) => id === proposal.stageId)?.mergedIntoId).toBeNull();
  const onceUsed = dropStage(db, await stage("Proposal sent"));
  await expect(onceUsed, "by earlier versions").rejects.toThrow("in use");
});

test("a what-if computed on other stages than there are now is not confirmed; as it is now, it is", async () => {
  const isolated = await createTestDatabase();
  const { db } = isolated;
  try {
    const { cara, ben, stages: ids } = await castTeam(db);
    const all = () => db.select().from(stages).orderBy(asc(stages.position), asc(stages.id));
    const byCara = { actor: cara, now, foreseen: foreseenOn(await all()) };
    const [demo, proposal] = [ids["Demo given"], ids["Proposal sent"]];
    const before = await all();
    await db.update(members).set({ role: "admin" }).where(eq(members.id, ben.id));
    const byBen = { actor: { ...ben, role: "admin" as const }, now };
    await changeStageOutcome(db, { ...byBen, stageId: proposal, version: 1, outcome: "won" });
    const changed = await all();

    const order = before.map(({ id }) => id);
    const demoSeen = { ...byCara, stageId: demo, version: 1 };
    for (const confirm of [
      () => mergeStage(db, { ...demoSeen, intoId: proposal }),
      () => changeStageOutcome(db, { ...demoSeen, outcome: "lost" }),
      () => archiveStage(db, demoSeen),
      () => orderStages(db, { ...byCara, seen: order, wanted: order.toReversed() }),
    ])
      await expect(confirm()).rejects.toThrow(
        "Ben has changed the pipeline meanwhile. This is what it would do now.",
      );
    expect(await all()).toEqual(changed);

    await mergeStage(db, { ...demoSeen, foreseen: foreseenOn(changed), intoId: proposal });
    expect((await all()).find(({ id }) => id === demo)?.mergedIntoId).toBe(proposal);
  } finally {
    await isolated.drop();
  }
});

test("a stage merged into one that is merged on leads to the last of them, in a file too", async () => {
  const who = { actor: cast.cara, now };
  for (const name of ["Sampled", "Trialled"])
    await addStage(database.db, { ...who, outcome: "open", content: { ...content, name } });
  const [trialled, demo] = [await stage("Trialled"), await stage("Demo given")];
  await mergeStage(database.db, { ...(await stage("Sampled")), intoId: trialled.stageId });
  await mergeStage(database.db, { ...trialled, intoId: demo.stageId });
  const leadsTo = (await list()).find(({ name }) => name === "Sampled")?.mergedIntoId;
  expect(leadsTo).toBe(demo.stageId);
  const file = "customer,date,stage,reference\nMarula Mills,2026-06-01,sampled,R-1\n";
  await importText(database.db, "conversations", file, { memberId: cast.cara.id, now });
  const imported = database.db.select().from(conversations).where(eq(conversations.reference, "R-1"));
  expect(await imported).toMatchObject([{ stageId: demo.stageId }]);
  for (const name of ["Trialled", "Sampled"]) await dropStage(database.db, await stage(name));
});

test("none is merged into an archived one; dropped, whatever was merged into it leads nowhere", async () => {
  const who = { actor: cast.cara, now };
  for (const name of ["Shown", "Sampled", "Trialled"])
    await addStage(database.db, { ...who, outcome: "open", content: { ...content, name } });
  const { stageId: demoId } = await stage("Demo given");
  await mergeStage(database.db, { ...(await stage("Shown")), intoId: demoId });
  await archiveStage(database.db, await stage("Trialled"));
  const { stageId: intoId } = await stage("Trialled");
  const merge = async () => mergeStage(database.db, { ...(await stage("Sampled")), intoId });
  await expect(merge()).rejects.toThrow("“Trialled” is archived");
  await restoreStage(database.db, await stage("Trialled"));
  await merge();
  await dropStage(database.db, await stage("Trialled"));
  expect((await list()).find(({ name }) => name === "Sampled")?.mergedIntoId).toBeNull();
  expect((await list()).find(({ name }) => name === "Shown")?.mergedIntoId).toBe(demoId);
  for (const name of ["Sampled", "Shown"]) await dropStage(database.db, await stage(name));
});

test("a stage that is moved up or down passes the archived ones", () => {
  const order = [1, 2, 3].map((id) => ({ id, isArchived: id === 2 }));
  expect([movedOnce(order, 3, -1), movedOnce(order, 1, 1)]).toEqual([
    [3, 2, 1],
    [3, 2, 1],
  ]);
  expect(movedOnce(order, 2, 1)).toEqual([1, 2, 3]);
});

test("of fifty who edit one stage at once one is kept and the pipeline stays a pipeline", async () => {
  const seenStage = await stage("Contact made");
  const order = await seen();
  const attempts = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      index % 2
        ? editStage(database.db, { ...seenStage, content: { ...content, name: `Contact ${index}` } })
        : orderStages(database.db, { actor: cast.cara, now, seen: order, wanted: order.toReversed() }),
    ),
  );
  const kept = attempts.filter(({ status }) => status === "fulfilled");
  expect(kept.length).toBeGreaterThanOrEqual(1);
  expect(kept.length).toBeLessThanOrEqual(2);
  expect((await list()).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});
