import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentColumns } from "@/db/queries/conversations";
import { listDealStates } from "@/db/queries/deal-states";
import { conversations } from "@/db/schema";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { correctConversation, deleteConversation } from "./change-conversation";
import type { ConversationContent, DealChoice } from "./conversation-content";
import { logConversation, type NewConversation } from "./log-conversation";
import { restoreVersion, undoChange } from "./undo-change";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

async function logged(customer: string, given: Partial<NewConversation> & { on: string }) {
  const customerId = given.customerId ?? (await addCustomer(database.db, customer));
  const entry = talk({ customerId, heldById: cast.anna.id, ...given });
  return logConversation(database.db, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
}

type Logged = Awaited<ReturnType<typeof logged>>;

function correct(
  { id, version, ...current }: Logged,
  changed: Partial<ConversationContent>,
  { actor = cast.anna, deal }: { actor?: typeof cast.anna; deal?: DealChoice } = {},
) {
  const content = { ...current, ...changed };
  const { occurredAt, dateOnly, heldById, channelId, topicId, contactId, note, durationMinutes } = content;
  const { stageId, amount, followUpOn, completedAt, followsUpId } = content;
  return correctConversation(database.db, {
    conversationId: id,
    version,
    actor,
    now,
    timeZone: cast.timeZone,
    deal,
    content: {
      ...{ occurredAt, dateOnly, heldById, channelId, topicId, contactId, note, durationMinutes },
      ...{ stageId, amount, followUpOn, completedAt, followsUpId },
    },
  });
}

async function lastState(dealId: number | null) {
  return (await listDealStates(database.db, dealId === null ? [] : [dealId])).at(-1);
}

test("a correction of date, stage and amount moves the figures; the deal stays", async () => {
  const first = await logged("Kudu Couriers", {
    on: "2026-05-03",
    stageId: cast.stages["Demo given"],
    amount: "10",
  });
  const corrected = await correct(first, {
    occurredAt: new Date("2026-05-10T08:00:00Z"),
    stageId: cast.stages.Won,
    amount: "25.50",
  });
  expect(corrected).toMatchObject({ version: 2, localDate: "2026-05-10", dealId: first.dealId });
  expect(await lastState(first.dealId)).toMatchObject({
    fromOn: "2026-05-10",
    outcome: "won",
    amount: "25.5000",
    closedOn: "2026-05-10",
  });
});

test("taking the stage away takes the deal away; giving one decides the deal by its place in time", async () => {
  const first = await logged("Lion Logistics", { on: "2026-05-03", stageId: cast.stages["Demo given"] });
  const plain = await logged("", { customerId: first.customerId, on: "2026-05-05" });
  const sales = await correct(plain, { stageId: cast.stages["Proposal sent"] });
  expect(sales.dealId).toBe(first.dealId);
  const plainAgain = await correct(sales, { stageId: null });
  expect(plainAgain.dealId).toBeNull();
  expect(await lastState(first.dealId)).toMatchObject({ stageId: cast.stages["Demo given"] });
});

test("given a stage it joins by what was logged before it, not by what was logged later of its moment", async () => {
  const stageId = cast.stages["Demo given"];
  const first = await logged("Lynx Livery", { on: "2026-05-03", stageId });
  const { customerId } = first;
  const plain = await logged("", { customerId, on: "2026-05-05" });
  await logged("", { customerId, on: "2026-05-05", stageId, deal: "new" });
  expect(await correct(plain, { stageId })).toMatchObject({ dealId: first.dealId });
});

test("given Won with an amount after a deal that is closed it is a repeat order, without one a thank-you call", async () => {
  const first = await logged("Lechwe Leather", { on: "2026-05-03", stageId: cast.stages.Won, amount: "9" });
  const { customerId } = first;
  const plain = await logged("", { customerId, on: "2026-05-10" });
  const thanks = await correct(plain, { stageId: cast.stages.Won });
  expect(thanks.dealId).toBe(first.dealId);
  const plainAgain = await correct(thanks, { stageId: null });
  const repeat = await correct(plainAgain, { stageId: cast.stages.Won, amount: "5" });
  expect(repeat.dealId).not.toBe(first.dealId);
});

test("it is not moved to a day before the one it follows up on, and follows up on its own customer's only", async () => {
  const promised = await logged("Mamba Mining", { on: "2026-05-03", followUpOn: "2026-05-05" });
  const { id: followsUpId, customerId } = promised;
  const next = await logged("", { customerId, on: "2026-05-05", followsUpId });
  const earlier = { occurredAt: new Date("2026-05-02T08:00:00Z") };
  await expect(correct(next, earlier)).rejects.toThrow("of a later day");
  expect(await correct(next, { occurredAt: new Date("2026-05-03T08:00:00Z") })).toMatchObject({
    localDate: "2026-05-03",
  });
  await expect(logged("Mamba Metals", { on: "2026-05-05", followsUpId })).rejects.toThrow("no longer there");
  const change = { conversationId: followsUpId, version: 1, actor: cast.anna, now };
  await deleteConversation(database.db, change);
  await expect(logged("", { customerId, on: "2026-05-06", followsUpId })).rejects.toThrow("no longer there");
});

test("moved to another deal on purpose, both deals are derived anew", async () => {
  const first = await logged("Meerkat Motors", { on: "2026-05-03", stageId: cast.stages["Demo given"] });
  const second = await logged("", {
    customerId: first.customerId,
    on: "2026-05-05",
    stageId: cast.stages.Won,
  });
  const moved = await correct(second, {}, { deal: "new" });
  expect(moved.dealId).not.toBe(first.dealId);
  expect(await lastState(first.dealId)).toMatchObject({ outcome: "open" });
  expect(await lastState(moved.dealId)).toMatchObject({ outcome: "won", openedOn: "2026-05-05" });
});

test("a deal whose last conversation goes disappears, and returns with undo", async () => {
  const only = await logged("Nyala Nursery", { on: "2026-05-03", stageId: cast.stages.Won, amount: "7" });
  const change = { conversationId: only.id, actor: cast.anna, now };
  const deleted = await deleteConversation(database.db, { ...change, version: only.version });
  expect(deleted.deletedAt).toEqual(now);
  expect(await lastState(only.dealId)).toBeUndefined();
  await expect(deleteConversation(database.db, { ...change, version: 2 })).rejects.toThrow("deleted already");
  await expect(correct(deleted, { note: "late" })).rejects.toThrow("is deleted. Undo that first");
  const restored = await undoChange(database.db, { ...change, version: 2 });
  expect(restored).toMatchObject({ version: 3, deletedAt: null, amount: "7.0000" });
  expect(await lastState(only.dealId)).toMatchObject({ outcome: "won" });
});

test("put with another customer by an import it stays there, on its deal and with its contact, whatever is taken back", async () => {
  const file = (customer: string, withWhom: string) =>
    `customer,date,stage,with_whom,note,reference\n${customer},2026-05-03,Demo given,${withWhom},To ${customer},R-1\n`;
  const run = (text: string) =>
    importText(database.db, "conversations", text, { memberId: cast.cara.id, now, update: true });
  await run(file("Quagga Quilts", "Thabo"));
  await run(file("Quelea Quarries", "Zanele"));
  const [moved] = await database.db.select().from(conversations).where(eq(conversations.reference, "R-1"));
  if (!moved) throw new Error("It was imported.");
  const change = { conversationId: moved.id, version: 2, actor: cast.cara, now };
  await expect(undoChange(database.db, change)).rejects.toThrow("An import put this with another customer");
  const { customerId, dealId, contactId } = moved;
  expect(await restoreVersion(database.db, { ...change, toVersion: 1 })).toMatchObject({
    ...{ note: "To Quagga Quilts", customerId, dealId, contactId },
  });
});

test("undo takes a correction back; the first version cannot be undone", async () => {
  const first = await logged("Oryx Oils", { on: "2026-05-03", note: "as said" });
  await expect(
    undoChange(database.db, { conversationId: first.id, version: 1, actor: cast.anna, now }),
  ).rejects.toThrow("nothing to undo");
  await correct(first, { note: "as misheard" });
  const undone = await undoChange(database.db, {
    conversationId: first.id,
    version: 2,
    actor: cast.anna,
    now,
  });
  expect(undone).toMatchObject({ note: "as said", version: 3 });
});

test("of fifty who correct the same version at once one is kept, the others are told", async () => {
  const first = await logged("Puffadder Parts", { on: "2026-05-03", stageId: cast.stages["Demo given"] });
  const attempts = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => correct(first, { note: `attempt ${index}` })),
  );
  const refused = attempts.filter((attempt) => attempt.status === "rejected");
  expect(refused).toHaveLength(49);
  for (const { reason } of refused) expect(String(reason)).toContain("You have changed");
  await expect(correct(first, { note: "late" }, { actor: cast.cara })).rejects.toThrow("Anna has changed");
});

test("who neither held nor recorded it cannot change it; an admin can", async () => {
  const first = await logged("Quagga Quarries", { on: "2026-05-03" });
  await expect(correct(first, { note: "mine" }, { actor: cast.ben })).rejects.toThrow("Only who held");
  await expect(correct(first, { note: "mine" }, { actor: cast.vera })).rejects.toThrow("Only who held");
  expect(await correct(first, { note: "by the admin" }, { actor: cast.cara })).toMatchObject({ version: 2 });
});

test("any earlier version is put back as a new one, also from a deletion; by whoever may correct", async () => {
  const first = await logged("Reedbuck", {
    on: "2026-05-03",
    note: "first",
    stageId: cast.stages.Won,
    amount: "7",
  });
  const second = await correct(first, { note: "second", stageId: null, amount: null });
  const third = await correct(second, { note: "third" });
  const change = { conversationId: first.id, actor: cast.anna, now };
  const deleted = await deleteConversation(database.db, { ...change, version: third.version });
  const back = { ...change, version: deleted.version };
  await expect(restoreVersion(database.db, { ...back, toVersion: 4 })).rejects.toThrow("nothing to undo");
  await expect(restoreVersion(database.db, { ...back, toVersion: 1, actor: cast.ben })).rejects.toThrow(
    "Only who held",
  );
  const restored = await restoreVersion(database.db, { ...back, toVersion: 1 });
  expect(restored).toMatchObject({ note: "first", version: 5, deletedAt: null, dealId: first.dealId });
  expect(await lastState(first.dealId)).toMatchObject({ outcome: "won", amount: "7.0000" });
});

test("a version keeps every column of what is said of a conversation", async () => {
  const columns = await database.db.execute<{ name: string }>(sql`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = 'conversation_versions'`);
  const ofTheSave = ["conversation_id", "version", "act", "saved_by_id", "saved_at"];
  expect([...contentColumns, ...ofTheSave].sort()).toEqual([...columns].map(({ name }) => name).sort());
});
