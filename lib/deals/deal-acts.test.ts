import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockCustomer } from "@/db/queries/conversations";
import { listCustomerDeals } from "@/db/queries/customer-deals";
import { listDealActs, listDealFacts } from "@/db/queries/deal-facts";
import { storeDealStates } from "@/db/queries/deal-states";
import { getTeam } from "@/db/queries/team";
import { auditLog, conversations, conversationVersions, deals } from "@/db/schema";
import { changeConversation, deleteConversation } from "@/lib/log/change-conversation";
import { computeDeals } from "@/lib/log/derive-deals";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { lockPipelineExclusive } from "@/lib/log/pipeline-lock";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { restoreVersion, undoChange } from "@/lib/log/undo-change";
import { RuleError } from "@/lib/rule-error";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { untilWaiting } from "@/tests/support/until-waiting";
import { changeDeal, type DealAct, undoDealAct } from "./deal-acts";
import { previewDealAct, previewUndoDealAct } from "./preview-deal-act";
import { readDealPage } from "./read-deal-page";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const today = "2026-06-30";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

async function log(customerId: number, given: Partial<NewConversation> & { on: string }) {
  const entry = talk({ customerId, heldById: cast.anna.id, stageId: cast.stages["Demo given"], ...given });
  const logged = await logConversation(database.db, entry, {
    ...{ actor: cast.anna, timeZone: cast.timeZone, now },
  });
  return { ...logged, dealId: logged.dealId ?? 0 };
}

const change = (asked: DealAct, actor = cast.cara) => changeDeal(database.db, { actor, now, today }, asked);

async function undoLast(actor = cast.cara) {
  const [last] = await database.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, "deal"))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return undoDealAct(database.db, { actor, now, today }, last?.id ?? 0);
}

async function standing(customerId: number) {
  const rows = await listCustomerDeals(database.db, customerId, today);
  return rows.map(({ name, outcome, amount, owner }) => [name, outcome, Number(amount), owner]).sort();
}

/** E: Demo 1 May (10), Won 9 May; Demo 2 June (40), all logged as one deal of Anna's called "x". */
async function oneDeal(name: string) {
  const customerId = await addCustomer(database.db, name);
  const deal = { name: "x" };
  const first = await log(customerId, { on: "2026-05-01", amount: "10", deal });
  const won = await log(customerId, { on: "2026-05-09", stageId: cast.stages.Won, deal });
  const later = await log(customerId, { on: "2026-06-02", amount: "40", deal });
  return { customerId, dealId: first.dealId, first, won, later };
}

test("split: won with 10 and open with 40 where one open deal stood; undo makes them one again", async () => {
  const { customerId, dealId, later } = await oneDeal("Aardwolf");
  const asked = { act: "split", dealId, conversationIds: [later.id], name: "y" } as const;
  const present = { member: cast.cara, team: (await getTeam(database.db)) as never, today };
  const preview = await previewDealAct(database.db, asked, present, now);
  expect(preview.figures.find(({ figure, whose }) => figure === "Won" && whose === null)).toMatchObject({
    before: expect.stringMatching(/^0 deals/),
    after: expect.stringMatching(/^1 deal,/),
  });
  expect(await standing(customerId)).toEqual([["x", "open", 40, "Anna"]]);

  await change(asked);
  expect(await standing(customerId)).toEqual([
    ["x", "won", 10, "Anna"],
    ["y", "open", 40, "Anna"],
  ]);
  const [saved] = await database.db
    .select()
    .from(conversationVersions)
    .where(eq(conversationVersions.conversationId, later.id))
    .orderBy(desc(conversationVersions.version));
  expect(saved).toMatchObject({ act: "moved", version: 2 });
  await undoLast();
  expect(await standing(customerId)).toEqual([["x", "open", 40, "Anna"]]);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});

test("who held a conversation cannot take back that it was put on another deal, by undo or an earlier version", async () => {
  const { dealId, later } = await oneDeal("Agama");
  const who = { conversationId: later.id, actor: cast.anna, now };
  await changeConversation(database.db, { ...who, version: 1 }, "corrected", async () => ({ note: "fixed" }));
  await change({ act: "split", dealId, conversationIds: [later.id], name: "y" });
  await expect(undoChange(database.db, { ...who, version: 3 })).rejects.toThrow("on the deal's page");
  const restored = await restoreVersion(database.db, { ...who, version: 3, toVersion: 1 });
  expect(restored.note).toBe(later.note);
  expect(restored.dealId).not.toBe(dealId);

  const noSale = async () => ({ stageId: null, dealId: null, amount: null });
  await changeConversation(database.db, { ...who, version: 4 }, "corrected", noSale);
  const back = await restoreVersion(database.db, { ...who, version: 5, toVersion: 1 });
  expect(back.dealId).toBe(restored.dealId);
});

test("a correction onto another deal is undone to the deal it had been put on before", async () => {
  const { dealId, later } = await oneDeal("Boomslang");
  await change({ act: "split", dealId, conversationIds: [later.id], name: "y" });
  const who = { conversationId: later.id, actor: cast.anna, now };
  await changeConversation(database.db, { ...who, version: 2 }, "corrected", async () => ({ dealId }));
  const undone = await undoChange(database.db, { ...who, version: 3 });
  expect(undone.dealId).not.toBe(dealId);
});

test("an earlier version is taken back on the deal that a correction since the move chose", async () => {
  const { dealId, later } = await oneDeal("Chameleon");
  await change({ act: "split", dealId, conversationIds: [later.id], name: "y" });
  const who = { conversationId: later.id, actor: cast.anna, now };
  const chosen = async () => ({ dealId, note: "fixed" });
  await changeConversation(database.db, { ...who, version: 2 }, "corrected", chosen);
  const back = await restoreVersion(database.db, { ...who, version: 3, toVersion: 1 });
  expect(back).toMatchObject({ note: later.note, dealId });
});

test("a deletion is taken back on the deal it was joined into meanwhile", async () => {
  const { customerId, dealId, later } = await oneDeal("Bushbaby");
  const other = await log(customerId, { on: "2026-06-20", deal: "new", amount: "70" });
  const who = { conversationId: later.id, actor: cast.anna, now };
  await deleteConversation(database.db, { ...who, version: 1 });
  await change({ act: "join", dealId, intoId: other.dealId });
  const back = await undoChange(database.db, { ...who, version: 3 });
  expect(back).toMatchObject({ version: 4, deletedAt: null, note: later.note, dealId: other.dealId });
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});

test("join: a nameless deal takes the other's name over; what is left without conversations is no deal", async () => {
  const { customerId, dealId, won } = await oneDeal("Bateleur");
  const other = await log(customerId, { on: "2026-06-20", deal: "new", amount: "70" });
  await change({ act: "join", dealId, intoId: other.dealId });
  expect(await standing(customerId)).toEqual([["x", "open", 70, "Anna"]]);
  expect(await listDealActs(database.db, other.dealId)).toMatchObject([{ act: "join deals", by: "Cara" }]);
  await undoLast();
  expect(await standing(customerId)).toEqual([
    [null, "open", 70, "Anna"],
    ["x", "open", 40, "Anna"],
  ]);
  await change({ act: "move", conversationId: won.id, to: other.dealId });
  await expect(change({ act: "move", conversationId: won.id, to: other.dealId })).rejects.toThrow("already");
  await change({ act: "move", conversationId: won.id, to: "new" });
  expect(await standing(customerId)).toHaveLength(3);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});

const named = async (customerId: number) => (await standing(customerId)).map(([name]) => name);

test("the name of a deal that was joined away is free, for another and logged anew; the undo has it and its owner back", async () => {
  const { customerId, dealId } = await oneDeal("Blesbok");
  const into = await log(customerId, { on: "2026-06-20", deal: { name: "fleet tyres" }, amount: "70" });
  await change({ act: "rename", dealId, name: "Fleet" });
  await change({ act: "reassign", dealId, memberId: cast.ben.id, fromOn: "2026-05-10" });
  await change({ act: "join", dealId, intoId: into.dealId });
  await undoLast();
  expect(await standing(customerId)).toEqual([
    ["Fleet", "open", 40, "Ben"],
    ["fleet tyres", "open", 70, "Anna"],
  ]);
  await change({ act: "join", dealId, intoId: into.dealId });
  await change({ act: "rename", dealId: into.dealId, name: "Fleet" });
  await undoLast();
  const anew = await log(customerId, { on: "2026-06-25", deal: { name: "fleet" } });
  expect(await standing(customerId)).toEqual([
    ["fleet tyres", "open", 70, "Anna"],
    ["fleet", "open", 0, "Anna"],
  ]);
  const [joined] = await listDealActs(database.db, dealId);
  const undoJoin = () => undoDealAct(database.db, { actor: cast.cara, now, today }, joined?.id ?? 0);
  await expect(undoJoin()).rejects.toThrow("This customer has a deal called “Fleet” already.");
  await change({ act: "rename", dealId: anew.dealId, name: "Vans" });
  await undoJoin();
  expect(await standing(customerId)).toEqual([
    ["Fleet", "open", 40, "Ben"],
    ["Vans", "open", 0, "Anna"],
    ["fleet tyres", "open", 70, "Anna"],
  ]);
});

test("a name that only a deleted conversation's deal has is free: taken back, that deal is the next, “Fleet (2)”", async () => {
  const customerId = await addCustomer(database.db, "Bontebok");
  const gone = await log(customerId, { on: "2026-05-01", deal: { name: "Fleet" } });
  const other = await log(customerId, { on: "2026-06-20", deal: { name: "fleet tyres" } });
  await deleteConversation(database.db, { conversationId: gone.id, version: 1, actor: cast.anna, now });
  await change({ act: "rename", dealId: other.dealId, name: "fleet" });
  await undoChange(database.db, { conversationId: gone.id, version: 2, actor: cast.anna, now });
  expect(await named(customerId)).toEqual(["Fleet (2)", "fleet"]);
  await undoLast();
  expect(await named(customerId)).toEqual(["Fleet", "fleet tyres"]);
});

test("a deal whose only conversation was moved or corrected away and that is named again is not its old owner's", async () => {
  const customerId = await addCustomer(database.db, "Bongo");
  const other = await log(customerId, { on: "2026-04-20", deal: { name: "other" } });
  const reassigned = async (name: string) => {
    const talk = await log(customerId, { on: "2026-05-01", deal: { name } });
    await change({ act: "reassign", dealId: talk.dealId, memberId: cast.ben.id, fromOn: "2026-05-01" });
    return talk;
  };
  const moved = await reassigned("x");
  await change({ act: "move", conversationId: moved.id, to: other.dealId });
  const corrected = await reassigned("y");
  const who = { conversationId: corrected.id, version: 1, actor: cast.anna, now };
  await changeConversation(database.db, who, "corrected", async () => ({ dealId: other.dealId }));
  const inFile = await reassigned("z");
  await changeConversation(database.db, { ...who, conversationId: inFile.id }, "corrected", async () => ({
    dealId: other.dealId,
  }));
  await reassigned("kept");
  for (const name of ["x", "y"]) await log(customerId, { on: "2026-06-01", deal: { name } });
  const file = "customer,date,employee,stage,deal\n".concat(
    ...["z", "kept"].map((name) => `Bongo,2026-06-01,Anna,Demo given,${name}\n`),
  );
  expect((await importText(database.db, "conversations", file, { memberId: cast.cara.id })).problems).toEqual(
    [],
  );
  expect((await standing(customerId)).map(([name, , , owner]) => [name, owner])).toEqual([
    ["kept", "Ben"],
    ["other", "Anna"],
    ["x", "Anna"],
    ["y", "Anna"],
    ["z", "Anna"],
  ]);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});

test("undone, a split or a move to a new deal leaves that deal its name and owner when it has a conversation since", async () => {
  const { customerId, dealId, later } = await oneDeal("Cane rat");
  const present = { member: cast.cara, team: (await getTeam(database.db)) as never, today };
  await change({ act: "reassign", dealId, memberId: cast.ben.id, fromOn: "2026-05-10" });
  await change({ act: "split", dealId, conversationIds: [later.id], name: "y" });
  const [split] = await listDealActs(database.db, dealId);
  await log(customerId, { on: "2026-06-20", stageId: cast.stages.Won, amount: "50", deal: { name: "y" } });
  const { rows } = await previewUndoDealAct(database.db, split?.id ?? 0, present, now);
  await undoLast();
  const after = [
    ["x", "open", 40, "Ben"],
    ["y", "won", 50, "Ben"],
  ];
  expect(await standing(customerId)).toEqual(after);
  expect(rows.map(({ after }) => after)).toContainEqual(expect.stringMatching(/^y\b.*won.*, Ben$/s));

  const { made } = await change({ act: "move", conversationId: later.id, to: "new" });
  await log(customerId, { on: "2026-06-22", amount: "60", deal: { id: made ?? 0 } });
  await undoLast();
  expect(await standing(customerId)).toEqual([[null, "open", 60, "Anna"], ...after]);
});

test("undone, a split leaves nothing of the deal that it made, unless a conversation was deleted on it since", async () => {
  const { customerId, dealId, later } = await oneDeal("Civet cat");
  const split = { act: "split", dealId, conversationIds: [later.id], name: "y" } as const;
  const { made } = await change(split);
  await undoLast();
  expect(await listDealFacts(database.db, [made ?? 0])).toMatchObject([{ name: null, owners: [] }]);
  await change(split);
  const since = await log(customerId, { on: "2026-06-20", deal: { name: "y" } });
  await deleteConversation(database.db, { conversationId: since.id, version: 1, actor: cast.anna, now });
  await undoLast();
  expect(await named(customerId)).toEqual(["x"]);
  await undoChange(database.db, { conversationId: since.id, version: 2, actor: cast.anna, now });
  expect(await named(customerId)).toEqual(["x", "y"]);
});

test("reassigned from a day on, the owner of an earlier day stays; renamed; both undone in order only", async () => {
  const { customerId, dealId } = await oneDeal("Caracal");
  await change({ act: "reassign", dealId, memberId: cast.ben.id, fromOn: "2026-06-10" });
  const ownerOn = async (day: string) => (await listCustomerDeals(database.db, customerId, day))[0]?.owner;
  expect([await ownerOn("2026-06-09"), await ownerOn("2026-06-10")]).toEqual(["Anna", "Ben"]);
  const [reassigned] = await listDealActs(database.db, dealId);
  await change({ act: "rename", dealId, name: " Fleet " });
  expect(await standing(customerId)).toEqual([["Fleet", "open", 40, "Ben"]]);
  const who = { actor: cast.cara, now, today };
  await expect(undoDealAct(database.db, who, reassigned?.id ?? 0)).rejects.toThrow("later change first");
  await undoLast();
  await expect(undoLast()).resolves.toBeDefined();
  expect(await standing(customerId)).toEqual([["Fleet", "open", 40, "Ben"]]);
});

test("reassigned twice from one day, it is the last one's from then on", async () => {
  const { customerId, dealId } = await oneDeal("Dugong");
  for (const { id: memberId } of [cast.ben, cast.cara])
    await change({ act: "reassign", dealId, memberId, fromOn: "2026-06-10" });
  expect(await standing(customerId)).toEqual([["x", "open", 40, "Cara"]]);
});

test("reassigned from an earlier day, it is still whose it was made later on; split off, it is whose it was before", async () => {
  const { customerId, dealId, later } = await oneDeal("Chacma");
  const reassign = (memberId: number, fromOn: string) =>
    change({ act: "reassign", dealId, memberId, fromOn });
  await reassign(cast.ben.id, "2026-06-20");
  await reassign(cast.cara.id, "2026-06-10");
  const ownerOn = async (day: string) => (await listCustomerDeals(database.db, customerId, day))[0]?.owner;
  expect([await ownerOn("2026-06-09"), await ownerOn("2026-06-19"), await ownerOn(today)]).toEqual([
    "Anna",
    "Cara",
    "Ben",
  ]);
  await change({ act: "split", dealId, conversationIds: [later.id], name: "y" });
  expect(await standing(customerId)).toEqual([
    ["x", "won", 10, "Ben"],
    ["y", "open", 40, "Ben"],
  ]);
});

test("a deleted conversation is no reason to split all others off, nor split off itself", async () => {
  const { dealId, first, won, later } = await oneDeal("Cheetah");
  await deleteConversation(database.db, { conversationId: first.id, version: 1, actor: cast.anna, now });
  const split = (...conversationIds: number[]) => change({ act: "split", dealId, conversationIds, name: "" });
  await expect(split(won.id, later.id)).rejects.toThrow("Leave at least one");
  await expect(split(first.id)).rejects.toThrow("Anna has changed this deal meanwhile");
});

test("a name that another deal has by now is not taken back, which its preview says too", async () => {
  const { customerId, dealId } = await oneDeal("Civet");
  await change({ act: "rename", dealId, name: "y" });
  const [renamed] = await listDealActs(database.db, dealId);
  await log(customerId, { on: "2026-06-25", deal: { name: "X" } });
  const taken = "This customer has a deal called “x” already.";
  await expect(undoLast()).rejects.toThrow(new RuleError(taken));
  const present = { member: cast.cara, team: (await getTeam(database.db)) as never, today };
  await expect(previewUndoDealAct(database.db, renamed?.id ?? 0, present, now)).rejects.toThrow(
    new RuleError(taken),
  );
});

test("a preview calls a deal without a name by its first day, two of one day by their number", async () => {
  const customerId = await addCustomer(database.db, "Dassie");
  const [one, other] = [
    await log(customerId, { on: "2026-05-01", deal: "new", amount: "10" }),
    await log(customerId, { on: "2026-05-01", deal: "new" }),
  ];
  const rowsOf = async (asked: DealAct) => {
    const present = { member: cast.cara, team: (await getTeam(database.db)) as never, today };
    return (await previewDealAct(database.db, asked, present, now)).rows.map(({ what }) => what);
  };
  const toBen = { act: "reassign", dealId: one.dealId, memberId: cast.ben.id, fromOn: today } as const;
  expect(await rowsOf(toBen)).toEqual(["Deal of 01 May 2026"]);
  expect(await rowsOf({ act: "join", dealId: one.dealId, intoId: other.dealId })).toEqual([
    "Deal of 01 May 2026",
    "Deal of 01 May 2026 (2)",
  ]);
  await change({ act: "rename", dealId: one.dealId, name: "Fleet" });
  expect(await rowsOf(toBen)).toEqual(["Fleet"]);
});

test("a preview has the figures of everybody who gains or loses, also of an undo and of a deal that begins later", async () => {
  const { customerId, dealId, first } = await oneDeal("Zorilla");
  await log(customerId, { on: "2026-05-01", heldById: cast.ben.id, deal: { name: "of Ben" }, amount: "7" });
  await log(customerId, { on: "2026-05-02", heldById: cast.ben.id, deal: { name: "x" } });
  const present = { member: cast.cara, team: (await getTeam(database.db)) as never, today };
  const whose = ({ figures }: { figures: readonly { whose: string | null }[] }) =>
    [...new Set(figures.map((figure) => figure.whose ?? "everybody"))].sort();
  const toCara = { act: "reassign", dealId, memberId: cast.cara.id, fromOn: "2026-05-01" } as const;
  expect(whose(await previewDealAct(database.db, toCara, present, now))).toEqual(["Anna", "Cara"]);
  await change(toCara);
  const [reassigned] = await database.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.act, "reassign deal"))
    .orderBy(desc(auditLog.id));
  const undone = await previewUndoDealAct(database.db, reassigned?.id ?? 0, present, now);
  expect(whose(undone)).toEqual(["Anna", "Cara"]);
  await undoLast();
  const apart = { act: "move", conversationId: first.id, to: "new" } as const;
  expect(whose(await previewDealAct(database.db, apart, present, now))).toContain("Ben");
});

test("a deal stands on its page as it does today, also where tomorrow is logged; one that begins tomorrow has a page", async () => {
  const customerId = await addCustomer(database.db, "Fiscal");
  const { dealId } = await log(customerId, { on: "2026-06-29", amount: "10" });
  await log(customerId, { on: "2026-07-01", stageId: cast.stages.Lost, deal: { id: dealId }, amount: "1" });
  const coming = await log(customerId, { on: "2026-07-01", deal: { name: "To come" } });
  const team = (await getTeam(database.db)) as never;
  const pathOf = async (id: number) =>
    (await readDealPage(database.db, id, { member: cast.cara, team, today }))?.path;
  expect(await pathOf(dealId)).toMatchObject({ stage: "Demo given", outcome: "open", closedOn: null });
  expect(await pathOf(coming.dealId)).toMatchObject({ name: "To come", openedOn: "2026-07-01" });
  const page = await readDealPage(database.db, dealId, { member: cast.cara, team, today });
  expect(page?.others).toEqual([{ id: coming.dealId, label: expect.stringContaining("To come") }]);
});

test("a deal's page shows the beginning of a long note, cut between two characters", async () => {
  const customerId = await addCustomer(database.db, "Meerkat");
  const { dealId } = await log(customerId, { on: "2026-05-01", note: `x${"😀".repeat(60)}` });
  const team = (await getTeam(database.db)) as never;
  const page = await readDealPage(database.db, dealId, { member: cast.cara, team, today });
  expect(page?.conversations[0]?.note).toBe(`x${"😀".repeat(39)}…`);
});

test("the name of a deal is one line", async () => {
  const { customerId, dealId } = await oneDeal("Nagapie");
  await change({ act: "rename", dealId, name: "Truck\r\ntyres" });
  await log(customerId, { on: "2026-06-03", deal: { name: "Van\ntyres" } });
  await log(customerId, { on: "2026-06-04", deal: { name: "truck\ttyres" } });
  expect((await standing(customerId)).map(([name]) => name)).toEqual(["Truck tyres", "Van tyres"]);
});

test("a member changes the deals they own, nobody else's; wrong choices are told", async () => {
  const { customerId, dealId, later, first, won } = await oneDeal("Duiker");
  const { dealId: foreign } = await oneDeal("Duiker & Daughters");
  const bens = await log(customerId, { on: "2026-06-25", heldById: cast.ben.id, deal: "new" });
  const split = { act: "split", dealId, conversationIds: [later.id], name: "" } as const;
  for (const actor of [cast.ben, cast.vera])
    await expect(change(split, actor)).rejects.toThrow("Only an admin, or the member who owns");
  await expect(change({ act: "join", dealId, intoId: bens.dealId }, cast.anna)).rejects.toThrow(
    "Only an admin",
  );
  await change(split, cast.anna);
  await undoLast(cast.anna);
  const mayChange = async (member: typeof cast.anna) => {
    const present = { member, team: (await getTeam(database.db)) as never, today };
    return (await readDealPage(database.db, dealId, present))?.mayChange;
  };
  expect([await mayChange(cast.anna), await mayChange(cast.cara)]).toEqual([true, true]);
  expect([await mayChange(cast.ben), await mayChange(cast.vera)]).toEqual([false, false]);
  const all = [first.id, won.id, later.id];
  const refused: [DealAct, string][] = [
    [{ ...split, conversationIds: all }, "Leave at least one"],
    [{ ...split, conversationIds: [] }, "Choose the conversations"],
    [{ ...split, conversationIds: [bens.id] }, "Anna has changed this deal meanwhile"],
    [{ ...split, name: "X" }, "called “X” already"],
    [{ act: "join", dealId, intoId: dealId }, "one and the same"],
    [{ act: "join", dealId, intoId: foreign }, "Merge the customers first"],
    [{ act: "move", conversationId: later.id, to: foreign }, "Merge the customers first"],
    [{ act: "reassign", dealId, memberId: cast.vera.id, fromOn: today }, "not on the team"],
    [{ act: "reassign", dealId, memberId: cast.ben.id, fromOn: "2026-07-01" }, "still to come"],
    [{ act: "rename", dealId, name: "x" }, "already"],
    [{ act: "rename", dealId: 99_999, name: "x" }, "no longer there"],
    [{ act: "join", dealId, intoId: 99_999 }, "no longer there"],
  ];
  for (const [asked, problem] of refused) await expect(change(asked), problem).rejects.toThrow(problem);
  await deleteConversation(database.db, { conversationId: bens.id, version: 1, actor: cast.cara, now });
  const moved = change({ act: "move", conversationId: bens.id, to: dealId });
  await expect(moved, "of a deleted one").rejects.toThrow("no sales conversation any more");
});

test("what was taken apart frees its name, and is put together again only as it was left", async () => {
  const { db } = database;
  const { customerId, dealId, later } = await oneDeal("Eland");
  const split = { act: "split", dealId, conversationIds: [later.id], name: "y" } as const;
  await change(split);
  await undoLast();
  const other = await log(customerId, { on: "2026-06-03", deal: "new" });
  await change({ act: "rename", dealId: other.dealId, name: "y" });

  const { made = 0 } = await change({ ...split, name: "z" });
  const byAnna = { conversationId: later.id, version: 4, actor: cast.anna, now };
  await changeConversation(db, byAnna, "corrected", async () => ({ dealId: other.dealId }));
  await expect(undoLast(), "corrected onto another deal").rejects.toThrow("changed again since");
  const empty = { act: "join", dealId: made, intoId: dealId } as const;
  await expect(change(empty)).rejects.toThrow("no conversation on this deal any more");
  await change({ act: "join", dealId: other.dealId, intoId: dealId });
  expect(
    (await standing(customerId)).map(([name]) => name),
    "one with a name keeps it",
  ).toEqual(["x"]);

  const [foreign] = await db
    .insert(auditLog)
    .values({
      memberId: cast.cara.id,
      act: "make token",
      subject: "token",
      after: { deals: [{ id: dealId }] },
    })
    .returning({ id: auditLog.id });
  const undone = undoDealAct(db, { actor: cast.cara, now, today }, foreign?.id ?? 0);
  await expect(undone, "of something else than a deal").rejects.toThrow("no longer known");
});

test("a preview tells whose figures would change, of whom a deal goes to and of who held what is moved", async () => {
  const { dealId, won } = await oneDeal("Genet");
  const bens = await log(won.customerId, { on: "2026-06-21", heldById: cast.ben.id, deal: { id: dealId } });
  const whoseOf = async (asked: DealAct) => {
    const present = { member: cast.cara, team: (await getTeam(database.db)) as never, today };
    const { figures } = await previewDealAct(database.db, asked, present, now);
    return [...new Set(figures.map(({ whose }) => whose))];
  };
  const toBen = { act: "reassign", dealId, memberId: cast.ben.id, fromOn: today } as const;
  expect(await whoseOf(toBen)).toEqual(["Anna", "Ben"]);
  expect(await whoseOf({ act: "move", conversationId: bens.id, to: "new" })).toContain("Ben");
});

test("of two who move one conversation at once the second is told that it has gone", async () => {
  const { customerId, later } = await oneDeal("Gerbil");
  const told = await database.db.transaction(async (tx) => {
    await lockCustomer(tx, customerId);
    const both = [1, 2].map(() => change({ act: "move", conversationId: later.id, to: "new" }));
    const settled = Promise.allSettled(both);
    await untilWaiting(database.db, 2);
    return { settled };
  });
  const answers = await told.settled;
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [String(answer.reason)] : []));
  expect(refused).toEqual([expect.stringContaining("You have changed this deal meanwhile")]);
});

test("twenty who split, join and log at once leave every conversation on one deal of its customer", async () => {
  const { customerId, dealId, later } = await oneDeal("Egret");
  const other = await log(customerId, { on: "2026-06-20", deal: "new" });
  await Promise.allSettled([
    ...Array.from({ length: 7 }, () =>
      change({ act: "split", dealId, conversationIds: [later.id], name: "" }),
    ),
    ...Array.from({ length: 7 }, () => change({ act: "join", dealId, intoId: other.dealId })),
    ...Array.from({ length: 6 }, (_, index) => log(customerId, { on: `2026-05-${10 + index}` })),
  ]);
  const rows = await database.db
    .select({ id: conversations.id, of: deals.customerId })
    .from(conversations)
    .innerJoin(deals, eq(deals.id, conversations.dealId))
    .where(eq(conversations.customerId, customerId));
  expect(rows).toHaveLength(10);
  expect(rows.every(({ of }) => of === customerId)).toBe(true);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});

test("the history names the owner before, the other deal and what was taken back; an emptied deal where it went", async () => {
  const { customerId, dealId, later } = await oneDeal("Wisent");
  const team = (await getTeam(database.db)) as never;
  const page = async (id: number) => {
    const read = await readDealPage(database.db, id, { member: cast.cara, team, today });
    if (!read) throw new Error("The deal is there.");
    return read;
  };
  await change({ act: "reassign", dealId, memberId: cast.ben.id, fromOn: "2026-06-10" });
  const owner = { fact: "Owner", before: "Anna", after: "Ben from 10 Jun 2026" };
  expect((await page(dealId)).acts[0]).toMatchObject({ verb: "Reassigned", others: [], changes: [owner] });
  await undoLast();
  expect((await page(dealId)).acts[0]).toMatchObject({
    verb: "Took back: Reassigned",
    changes: [{ fact: "Owner", before: owner.after, after: "Anna" }],
  });
  await undoLast();
  expect((await page(dealId)).acts[0]).toMatchObject({ verb: "Done again: Reassigned", changes: [owner] });
  await undoLast();
  expect((await page(dealId)).acts[0]).toMatchObject({ verb: "Took back: Reassigned" });
  const { made = 0 } = await change({ act: "split", dealId, conversationIds: [later.id], name: "y" });
  expect((await page(dealId)).acts[0]).toMatchObject({
    verb: "Split",
    others: [{ id: made, called: "“y”" }],
  });
  expect((await page(made)).acts[0]?.others).toEqual([{ id: dealId, called: "“x”" }]);
  await undoLast();
  expect((await page(made)).acts[0]).toMatchObject({ verb: "Took back: Split" });
  expect((await page(made)).wentTo).toEqual([{ id: dealId, called: "“x”" }]);
  const nameless = await log(customerId, { on: "2026-06-20", deal: "new" });
  expect((await page(dealId)).wentTo).toEqual([]);
  await change({ act: "move", conversationId: nameless.id, to: dealId });
  expect((await page(nameless.dealId)).wentTo).toEqual([{ id: dealId, called: "“x”" }]);
  const other = await log(customerId, { on: "2026-06-22", deal: "new" });
  await change({ act: "join", dealId, intoId: other.dealId });
  expect(await page(dealId)).toMatchObject({ path: undefined, wentTo: [{ id: other.dealId }] });
});

test("a deal act waits for whoever derives all deals, which then does not undo what the act derives", async () => {
  const { db } = database;
  const { customerId, dealId } = await oneDeal("Hoopoe");
  let reassigned: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    await lockPipelineExclusive(tx);
    const { states, spans } = await computeDeals(tx, [dealId]);
    const asked = { act: "reassign", dealId, memberId: cast.ben.id, fromOn: "2026-06-01" } as const;
    reassigned = Promise.allSettled([change(asked)]);
    await untilWaiting(db);
    await storeDealStates(tx, [dealId], states, spans);
  });
  expect(await reassigned).toMatchObject([{ status: "fulfilled" }]);
  expect(await standing(customerId)).toEqual([["x", "open", 40, "Ben"]]);
  expect((await rebuildStates(db)).differences).toEqual([]);
});
