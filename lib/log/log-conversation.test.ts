import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listDealStates } from "@/db/queries/deal-states";
import { conversations, conversationVersions, deals } from "@/db/schema";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { logConversation, type NewConversation } from "./log-conversation";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

function log(entry: NewConversation, actor = cast.anna) {
  return logConversation(database.db, entry, { actor, timeZone: cast.timeZone, now });
}

async function storedStates(dealId: number | null) {
  return listDealStates(database.db, dealId === null ? [] : [dealId]);
}

test("a first sales conversation makes a deal, its state and its first version", async () => {
  const customerId = await addCustomer(database.db, "Amandla Transport");
  const heldById = cast.anna.id;
  const logged = await log(
    talk({ customerId, heldById, on: "2026-05-03T23:30", stageId: cast.stages["Demo given"], amount: "800" }),
  );
  expect(logged).toMatchObject({ localDate: "2026-05-03", version: 1, recordedById: heldById });
  expect(await storedStates(logged.dealId)).toMatchObject([
    { fromOn: "2026-05-03", untilOn: "infinity", outcome: "open", amount: "800.0000", ownerId: heldById },
  ]);
  const versions = await database.db
    .select()
    .from(conversationVersions)
    .where(eq(conversationVersions.conversationId, logged.id));
  expect(versions).toMatchObject([{ version: 1, act: "logged", savedById: heldById, amount: "800.0000" }]);
});

test("without a stage there is no deal; a deal or an amount without a stage is refused", async () => {
  const customerId = await addCustomer(database.db, "Blesbok Bakery");
  const heldById = cast.anna.id;
  expect((await log(talk({ customerId, heldById, on: "2026-05-03" }))).dealId).toBeNull();
  await expect(log(talk({ customerId, heldById, on: "2026-05-03", amount: "5" }))).rejects.toThrow(
    "An amount belongs",
  );
  await expect(log(talk({ customerId, heldById, on: "2026-05-03", deal: { name: "x" } }))).rejects.toThrow(
    "A deal belongs",
  );
  expect(await database.db.$count(conversations, eq(conversations.customerId, customerId))).toBe(1);
});

test("a late entry before everything joins the next deal, which then opened earlier", async () => {
  const customerId = await addCustomer(database.db, "Cycad Nursery");
  const heldById = cast.ben.id;
  const won = await log(talk({ customerId, heldById, on: "2026-05-13", stageId: cast.stages.Won }));
  const late = await log(
    talk({ customerId, heldById: cast.anna.id, on: "2026-05-03", stageId: cast.stages["Contact made"] }),
  );
  expect(late.dealId).toBe(won.dealId);
  const states = await storedStates(won.dealId);
  expect(states.at(-1)).toMatchObject({ outcome: "won", openedOn: "2026-05-03", ownerId: cast.anna.id });
});

test("a named deal is the same deal for the same name at the same customer, whatever its spelling", async () => {
  const customerId = await addCustomer(database.db, "Duiker Mining");
  const entry = { customerId, heldById: cast.anna.id, stageId: cast.stages["Demo given"] };
  const first = await log(talk({ ...entry, on: "2026-05-03", deal: { name: "Haul trucks" } }));
  const again = await log(talk({ ...entry, on: "2026-05-04", deal: { name: " haul TRUCKS " } }));
  const other = await log(talk({ ...entry, on: "2026-05-05", deal: { name: "Light vehicles" } }));
  expect(again.dealId).toBe(first.dealId);
  expect(other.dealId).not.toBe(first.dealId);
});

test("a deal of another customer is refused, in the rule and in the database", async () => {
  const one = await addCustomer(database.db, "Egret Farms");
  const two = await addCustomer(database.db, "Falcon Fleet");
  const stageId = cast.stages["Demo given"];
  const { dealId } = await log(talk({ customerId: one, heldById: cast.anna.id, on: "2026-05-03", stageId }));
  const stolen = talk({
    customerId: two,
    heldById: cast.anna.id,
    on: "2026-05-03",
    stageId,
    deal: { id: dealId ?? 0 },
  });
  await expect(log(stolen)).rejects.toThrow("another customer");
  await expect(
    database.db.update(conversations).set({ customerId: two }).where(eq(conversations.customerId, one)),
  ).rejects.toThrow();
});

test("a moment more than a day ahead is refused, a clock a few hours off is not", async () => {
  const customerId = await addCustomer(database.db, "Gemsbok Garage");
  const heldById = cast.anna.id;
  await log(talk({ customerId, heldById, on: "2026-07-01T09:00" }));
  await expect(log(talk({ customerId, heldById, on: "2026-07-02T09:00" }))).rejects.toThrow("in the future");
});

test("a viewer logs nothing", async () => {
  const customerId = await addCustomer(database.db, "Hoopoe Hire");
  await expect(
    log(talk({ customerId, heldById: cast.vera.id, on: "2026-05-03" }), cast.vera),
  ).rejects.toThrow("Viewers read");
});

test("an entry of a device sent five times at once is one conversation, and each sending is answered with it", async () => {
  const customerId = await addCustomer(database.db, "Impala Imports");
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-05-03", deviceId: randomUUID() });
  const answers = await Promise.all(Array.from({ length: 5 }, () => log(entry)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await database.db.$count(conversations, eq(conversations.customerId, customerId))).toBe(1);
});

test("fifty people logging the first unnamed conversation of one new customer at once make one deal", async () => {
  const customerId = await addCustomer(database.db, "Jackal Joinery");
  const entries = Array.from({ length: 50 }, (_, index) =>
    talk({
      customerId,
      heldById: cast.anna.id,
      on: `2026-05-03T${String(8 + (index % 9)).padStart(2, "0")}:00`,
      stageId: cast.stages["Contact made"],
    }),
  );
  const logged = await Promise.all(entries.map((entry) => log(entry)));
  expect(new Set(logged.map(({ dealId }) => dealId)).size).toBe(1);
  expect(await database.db.$count(deals, eq(deals.customerId, customerId))).toBe(1);
});
