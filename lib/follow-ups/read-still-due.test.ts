import { afterAll, beforeAll, expect, test } from "vitest";
import { completeFollowUp } from "@/lib/log/complete-follow-up";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { readStillDue } from "./read-still-due";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const today = "2026-06-24";
const now = new Date("2026-06-24T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

test("what a conversation may have kept: promised before it, due by today, and not done", async () => {
  const { db } = database;
  const customerId = await addCustomer(db, "Aloe");
  const say = (on: string, followUpOn: string | null, by = cast.anna) =>
    logConversation(
      db,
      { ...talk({ customerId, heldById: by.id, on }), followUpOn },
      { actor: by, timeZone: cast.timeZone, now },
    );
  await say("2026-06-02", "2026-06-10");
  await say("2026-06-02", "2026-06-25");
  await say("2026-06-02", "2026-06-11", cast.ben);
  const done = await say("2026-06-03", "2026-06-12");
  await completeFollowUp(db, { conversationId: done.id, version: 1, actor: cast.anna, now, isDone: true });
  const logged = await say("2026-06-12", "2026-06-20");

  const said = { id: logged.id, customerId, occurredOn: "2026-06-12", deletedAt: null };
  const offered = async (given: Partial<typeof said> | { deletedAt: Date }, member = cast.anna) =>
    (await readStillDue(db, { ...said, ...given }, { member, today })).map(({ dueOn }) => dueOn);
  expect(await offered({})).toEqual(["2026-06-10"]);
  expect(await offered({ id: 0 })).toEqual(["2026-06-10", "2026-06-20"]);
  expect(await offered({}, cast.cara)).toEqual(["2026-06-10", "2026-06-11"]);
  expect(await offered({ occurredOn: "2026-06-01" })).toEqual([]);
  await say("2026-06-13", today);
  expect(await offered({ occurredOn: "2026-06-13", id: 0 }), "due today, promised that day").toContain(today);
  expect(await offered({ occurredOn: "2026-06-25" })).toEqual([]);
  expect(await offered({ deletedAt: now })).toEqual([]);

  for (const day of ["2026-06-05", "2026-06-06", "2026-06-07"]) await say("2026-06-04", day, cast.ben);
  expect(await offered({})).toEqual(["2026-06-10"]);
  expect(await offered({}, cast.cara)).toHaveLength(3);
});
