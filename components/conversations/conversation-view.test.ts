import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getTimelineRow, listTimeline } from "@/db/queries/timeline";
import { conversations } from "@/db/schema";
import { snoozeFollowUp } from "@/lib/follow-ups/snooze-follow-up";
import { teamFormats } from "@/lib/format/team-formats";
import { completeFollowUp } from "@/lib/log/complete-follow-up";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { conversationView } from "./conversation-view";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let customerId: number;
const now = new Date("2026-06-24T12:00:00Z");
const formats = teamFormats({ locale: "en-GB", currency: "ZAR", currencyDigits: 2, timeZone: "UTC" });

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  customerId = await addCustomer(database.db, "Aloe");
});
afterAll(() => database.drop());

async function promise(followUpOn: string, untilOn?: string): Promise<number> {
  const who = { actor: cast.anna, now };
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-06-01", followUpOn });
  const { id } = await logConversation(database.db, entry, { ...who, timeZone: cast.timeZone });
  const snooze = { conversationId: id, seenOn: followUpOn, today: "2026-06-24", reason: "On leave" };
  if (untilOn) await snoozeFollowUp(database.db, { ...who, ...snooze, untilOn });
  return id;
}

/** What the timeline says of a promise, and whether as late; the conversation's own page says the same. */
async function said(id: number, today: string) {
  const rows = await listTimeline(database.db, { customerId, after: null, limit: 99 });
  const views = [rows.find((row) => row.id === id), await getTimelineRow(database.db, id)].map(
    (row) => row && conversationView(row, { formats, actor: cast.anna, today })?.followUp,
  );
  expect(views[0]).toEqual(views[1]);
  return [views[0]?.text, views[0]?.isLate];
}

test("a promise that is not snoozed is due until its day has passed, then overdue", async () => {
  const id = await promise("2026-06-20");
  expect(await said(id, "2026-06-19")).toEqual(["Follow-up due 20 Jun 2026", false]);
  expect(await said(id, "2026-06-20")).toEqual(["Follow-up due today", false]);
  expect(await said(id, "2026-06-21")).toEqual(["Follow-up overdue since 20 Jun 2026", true]);
});

test("a snoozed promise is not late until its reminder has passed, then overdue since the day promised", async () => {
  const id = await promise("2026-06-20", "2026-07-10");
  expect(await said(id, "2026-06-24")).toEqual(["Follow-up due 20 Jun 2026, snoozed to 10 Jul 2026", false]);
  expect(await said(id, "2026-07-10")).toEqual(["Follow-up due 20 Jun 2026, snoozed to today", false]);
  expect(await said(id, "2026-07-11")).toEqual(["Follow-up overdue since 20 Jun 2026", true]);
});

test("a snooze of another promise, corrected since, moves nothing", async () => {
  const id = await promise("2026-06-10", "2026-07-10");
  await database.db.update(conversations).set({ followUpOn: "2026-06-12" }).where(eq(conversations.id, id));
  expect(await said(id, "2026-06-24")).toEqual(["Follow-up overdue since 12 Jun 2026", true]);
});

test("what is done is neither due nor snoozed", async () => {
  const id = await promise("2026-06-20", "2026-07-10");
  const tick = { conversationId: id, version: 1, actor: cast.anna, now, isDone: true };
  await completeFollowUp(database.db, tick);
  expect(await said(id, "2026-07-11")).toEqual(["Follow-up of 20 Jun 2026", false]);
});

test("how long it took stays on one line with its unit", async () => {
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-06-01", durationMinutes: 4 });
  const { id } = await logConversation(database.db, entry, {
    actor: cast.anna,
    now,
    timeZone: cast.timeZone,
  });
  const row = await getTimelineRow(database.db, id);
  expect(row && conversationView(row, { formats, actor: cast.anna, today: "2026-06-24" })?.facts).toContain(
    "4\u00a0min",
  );
});
