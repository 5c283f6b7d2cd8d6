import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { members } from "@/db/schema";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { readOpenWork } from "./read-open-work";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("of a deal won and one open, a follow-up overdue, one done and one to come: 1 deal and 2 follow-ups, also once they left", async () => {
  const { db } = database;
  const cast = await castTeam(db);
  const now = new Date("2026-06-30T12:00:00Z");
  const said = [
    { stage: "Won", followUpOn: "2026-06-10", completedAt: now },
    { stage: "Demo given", followUpOn: "2026-06-20", completedAt: null },
    { stage: null, followUpOn: "2026-07-20", completedAt: null },
  ] as const;
  for (const { stage, ...promised } of said)
    await logConversation(
      db,
      talk({
        customerId: await addCustomer(db, `${stage}`),
        heldById: cast.ben.id,
        on: "2026-06-01",
        stageId: stage && cast.stages[stage],
        ...promised,
      }),
      { actor: cast.cara, timeZone: cast.timeZone, now },
    );
  const open = { deals: 1, followUps: 2 };
  expect(await readOpenWork(db, cast.ben.id, "2026-06-30")).toEqual(open);
  await db.update(members).set({ removedAt: now }).where(eq(members.id, cast.ben.id));
  expect(await readOpenWork(db, cast.ben.id, "2026-06-30")).toEqual(open);
  expect(await readOpenWork(db, cast.anna.id, "2026-06-30")).toEqual({ deals: 0, followUps: 0 });
});
