import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stages } from "@/db/schema";
import { deleteConversation } from "@/lib/log/change-conversation";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { undoChange } from "@/lib/log/undo-change";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { countFollowUps, type Due, listFollowUps } from "./follow-ups";
import { countQuietDeals, listQuietDeals } from "./quiet-deals";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const today = "2026-06-24";
const now = new Date("2026-06-24T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

function log(customerId: number, on: string, given: Partial<NewConversation> = {}) {
  const entry = talk({ customerId, heldById: cast.anna.id, on, ...given });
  return logConversation(database.db, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
}

async function waiting(due: Due, whose: number | null = null) {
  return (await listFollowUps(database.db, { today, due, whose, limit: 50 })).map(({ customer }) => customer);
}

test("a follow-up waits until it is ticked, deleted or followed up on, and again when what followed up goes", async () => {
  const overdue = await log(await addCustomer(database.db, "Aloe"), "2026-06-01", {
    followUpOn: "2026-06-23",
  });
  await log(await addCustomer(database.db, "Baobab"), "2026-06-01", {
    followUpOn: today,
    heldById: cast.ben.id,
  });
  await log(await addCustomer(database.db, "Cycad"), "2026-06-01", {
    followUpOn: "2026-06-25",
    completedAt: now,
  });
  const coming = await log(await addCustomer(database.db, "Dombeya"), "2026-06-01", {
    followUpOn: "2026-06-25",
  });
  expect([await waiting("overdue"), await waiting("today"), await waiting("coming")]).toEqual([
    ["Aloe"],
    ["Baobab"],
    ["Dombeya"],
  ]);
  expect(await waiting("today", cast.anna.id)).toEqual([]);
  expect(await countFollowUps(database.db, { today, whose: null })).toEqual({
    overdue: 1,
    today: 1,
    coming: 1,
  });
  const next = await log(overdue.customerId, "2026-06-24", { followsUpId: overdue.id });
  expect(await waiting("overdue")).toEqual([]);
  await deleteConversation(database.db, { conversationId: next.id, version: 1, actor: cast.anna, now });
  expect(await waiting("overdue")).toEqual(["Aloe"]);
  await undoChange(database.db, { conversationId: next.id, version: 2, actor: cast.anna, now });
  expect(await waiting("overdue")).toEqual([]);
  await deleteConversation(database.db, { conversationId: coming.id, version: 1, actor: cast.anna, now });
  expect(await waiting("coming"), "deleted, it promises nothing").toEqual([]);
});

test("an open deal is quiet after more than 14 days without a conversation of its customer, unless one is promised", async () => {
  const stageId = cast.stages["Demo given"];
  await log(await addCustomer(database.db, "Erica"), "2026-06-09", { stageId });
  await log(await addCustomer(database.db, "Fynbos"), "2026-06-10", { stageId });
  await log(await addCustomer(database.db, "Gladiolus"), "2026-06-01", { stageId, followUpOn: today });
  await log(await addCustomer(database.db, "Heather"), "2026-06-01", { stageId, followUpOn: "2026-06-23" });
  const kept = { followUpOn: "2026-06-30", completedAt: now };
  const ericas = await addCustomer(database.db, "Erica's sister");
  await log(ericas, "2026-06-08", { stageId, ...kept });
  // What is dated tomorrow has not been said yet.
  await log(ericas, "2026-06-25");
  await log(await addCustomer(database.db, "Ixia"), "2026-06-01", { stageId: cast.stages.Won });
  const lately = await addCustomer(database.db, "Jasmine");
  await log(lately, "2026-06-01", { stageId });
  const { id: conversationId } = await log(lately, "2026-06-20");
  const asked = { today, whose: null };
  const deals = await listQuietDeals(database.db, { ...asked, limit: 50 });
  expect(deals.map(({ customer, lastOn }) => [customer, lastOn])).toEqual([
    ["Heather", "2026-06-01"],
    ["Erica's sister", "2026-06-08"],
    ["Erica", "2026-06-09"],
  ]);
  expect(await countQuietDeals(database.db, asked)).toBe(3);
  await deleteConversation(database.db, { conversationId, version: 1, actor: cast.anna, now });
  expect(await listQuietDeals(database.db, { ...asked, limit: 50 })).toContainEqual(
    expect.objectContaining({ customer: "Jasmine", lastOn: "2026-06-01" }),
  );
  expect(await countQuietDeals(database.db, asked)).toBe(4);
  await database.db.update(stages).set({ quietAfterDays: 30 }).where(eq(stages.id, stageId));
  expect(await countQuietDeals(database.db, asked)).toBe(0);
});
