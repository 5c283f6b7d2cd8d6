import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findLikelyCustomers, listCustomerHints } from "@/db/queries/customer-choices";
import { countFollowUps, listFollowUps } from "@/db/queries/follow-ups";
import { listSnoozes } from "@/db/queries/snoozes";
import { conversations, followUpSnoozes } from "@/db/schema";
import { completeFollowUp } from "@/lib/log/complete-follow-up";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { snoozeFollowUp, undoSnooze } from "./snooze-follow-up";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const today = "2026-06-24";
const now = new Date("2026-06-24T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

async function promise(customer: string, followUpOn: string) {
  const customerId = await addCustomer(database.db, customer);
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-06-01", followUpOn });
  return logConversation(database.db, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
}

type Given = Partial<Parameters<typeof snoozeFollowUp>[1]>;

const snooze = (conversationId: number, seenOn: string, given: Given = {}) =>
  snoozeFollowUp(database.db, {
    conversationId,
    seenOn,
    untilOn: "2026-06-26",
    reason: "On leave until Thursday",
    today,
    actor: cast.anna,
    now,
    ...given,
  });

const counts = () => countFollowUps(database.db, { today, whose: null });

test("a snooze moves the reminder from overdue to coming, keeps the promise, and is taken back", async () => {
  const late = await promise("Aloe", "2026-06-20");
  await promise("Baobab", "2026-06-25");
  expect(await counts()).toEqual({ overdue: 1, today: 0, coming: 1 });
  const id = await snooze(late.id, "2026-06-20");
  expect(await counts()).toEqual({ overdue: 0, today: 0, coming: 2 });
  const hints = await listCustomerHints(database.db, [late.customerId], { search: "", today });
  expect(hints).toMatchObject([{ name: "Aloe", dueOn: null }]);
  expect(await findLikelyCustomers(database.db, { memberId: cast.anna.id, today, limit: 2 })).toHaveLength(2);
  const coming = await listFollowUps(database.db, { today, due: "coming", whose: cast.anna.id, limit: 9 });
  expect(coming.map(({ customer, dueOn, remindOn }) => [customer, dueOn, remindOn])).toEqual([
    ["Baobab", "2026-06-25", "2026-06-25"],
    ["Aloe", "2026-06-20", "2026-06-26"],
  ]);
  expect(coming[1]).toMatchObject({
    snoozeId: id,
    snoozedBy: "Anna",
    snoozeReason: "On leave until Thursday",
  });

  const again = await snooze(late.id, "2026-06-26", { untilOn: "2026-06-30", actor: cast.cara });
  const [latest] = await listFollowUps(database.db, { today, due: "coming", whose: null, limit: 9 }).then(
    (rows) => rows.filter(({ customer }) => customer === "Aloe"),
  );
  expect(latest).toMatchObject({ remindOn: "2026-06-30", snoozedBy: "Cara" });
  for (const actor of [cast.ben, cast.vera])
    await expect(undoSnooze(database.db, { snoozeId: again, actor, now })).rejects.toThrow("Only who held");
  await expect(undoSnooze(database.db, { snoozeId: id, actor: cast.anna, now })).rejects.toThrow(
    "Cara has snoozed this again meanwhile",
  );
  for (const _ of [1, 2])
    expect(await undoSnooze(database.db, { snoozeId: again, actor: cast.anna, now })).toBe("2026-06-26");
  const [first] = await listFollowUps(database.db, {
    today,
    due: "any",
    whose: null,
    limit: 1,
    customerId: late.customerId,
  });
  expect(first?.remindOn).toBe("2026-06-26");
  await undoSnooze(database.db, { snoozeId: id, actor: cast.anna, now });
  expect(await counts()).toEqual({ overdue: 1, today: 0, coming: 1 });
  expect((await listSnoozes(database.db, late.id)).map(({ undoneAt }) => undoneAt)).toEqual([now, now]);
});

test("a date corrected since makes the snooze of the old one void", async () => {
  const { id, customerId } = await promise("Cycad", "2026-06-10");
  const other = await promise("Clivia", "2026-06-12");
  await snooze(id, "2026-06-10");
  await database.db.update(conversations).set({ followUpOn: "2026-06-12" }).where(eq(conversations.id, id));
  const overdueOf = (customerId: number) =>
    listFollowUps(database.db, { today, due: "overdue", whose: null, limit: 2, customerId });
  expect(await overdueOf(customerId)).toMatchObject([{ remindOn: "2026-06-12", snoozeId: null }]);
  const again = await snooze(id, "2026-06-12");
  expect(await overdueOf(customerId)).toEqual([]);
  expect(await overdueOf(other.customerId), "promised for the same day").toMatchObject([{ snoozeId: null }]);
  expect(await undoSnooze(database.db, { snoozeId: again, actor: cast.anna, now })).toBe("2026-06-12");
});

test("a snooze sent again because only its answer was lost is done; another is told whose stands", async () => {
  const { id } = await promise("Dovyalis", "2026-06-20");
  const first = await snooze(id, "2026-06-20");
  expect(await snooze(id, "2026-06-20")).toBe(first);
  expect(await listSnoozes(database.db, id)).toHaveLength(1);
  for (const [given, message] of [
    [{ untilOn: "2026-06-29" }, "You have snoozed this meanwhile."],
    [{ reason: "Abroad" }, "You have snoozed this meanwhile."],
    [{ actor: cast.cara, untilOn: "2026-06-29" }, "Anna has snoozed this meanwhile."],
  ] satisfies [Given, string][])
    await expect(snooze(id, "2026-06-20", given)).rejects.toThrow(message);
});

test("what cannot be snoozed is refused with the reason, and of two who snooze at once one does", async () => {
  const { id } = await promise("Dombeya", "2026-06-20");
  const soon = await promise("Erica", "2026-07-20");
  for (const [given, message] of [
    [{ reason: "  " }, "a reason is needed"],
    [{ reason: "x".repeat(201) }, "at most 200"],
    [{ untilOn: today }, "a day after today"],
    [{ untilOn: "2027-06-27" }, "within the next year"],
    [{ seenOn: "2026-06-19" }, "has changed meanwhile"],
    [{ actor: cast.ben }, "Only who held or recorded"],
    [{ actor: cast.vera }, "Only who held or recorded"],
    [{ conversationId: 999_999 }, "no longer there"],
  ] satisfies [Given, string][])
    await expect(snooze(id, "2026-06-20", given)).rejects.toThrow(message);
  await expect(snooze(soon.id, "2026-07-20", { untilOn: "2026-07-01" })).rejects.toThrow("was promised");
  await snooze(soon.id, "2026-07-20", { untilOn: "2027-07-22" });

  const both = await Promise.allSettled([
    snooze(id, "2026-06-20"),
    snooze(id, "2026-06-20", { reason: "Abroad" }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await database.db.$count(followUpSnoozes, eq(followUpSnoozes.conversationId, id))).toBe(1);

  await completeFollowUp(database.db, {
    conversationId: id,
    version: 1,
    actor: cast.anna,
    now,
    isDone: true,
  });
  await expect(snooze(id, "2026-06-26", { untilOn: "2026-06-29" })).rejects.toThrow("done already");
});
