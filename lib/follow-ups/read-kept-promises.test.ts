import { afterAll, beforeAll, expect, test } from "vitest";
import { insertSnooze } from "@/db/queries/snoozes";
import { conversationVersions } from "@/db/schema";
import {
  type Change,
  changeConversation,
  correctConversation,
  deleteConversation,
} from "@/lib/log/change-conversation";
import { completeFollowUp } from "@/lib/log/complete-follow-up";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { undoChange } from "@/lib/log/undo-change";
import { firstPromised } from "@/lib/pipeline/first-promised";
import { followUpState } from "@/lib/pipeline/follow-up";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { readKeptPromises, readPromiseCursor, readPromisesOf } from "./read-kept-promises";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const timeZone = "Africa/Johannesburg";
const made = new Date("2026-05-01T08:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

type Promised = Partial<NewConversation> & { followUpOn: string; on?: string };

async function promise(customer: string, given: Promised) {
  const customerId = await addCustomer(database.db, customer);
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-05-01", ...given });
  return logConversation(database.db, entry, { actor: cast.cara, timeZone, now: made });
}

const by = (conversationId: number, version: number, at: string): Change => ({
  conversationId,
  version,
  actor: cast.cara,
  now: new Date(at),
});

const tick = (id: number, at: string) => completeFollowUp(database.db, { ...by(id, 1, at), isDone: true });

const answer = (id: number, customerId: number, on: string) =>
  logConversation(database.db, talk({ customerId, heldById: cast.ben.id, on, followsUpId: id }), {
    actor: cast.cara,
    timeZone,
    now: new Date("2026-06-30T08:00:00Z"),
  });

const figures = async (to: string, from: string | null = null, salespersonId: number | null = null) =>
  (await readKeptPromises(database.db, { from, to, salespersonId }, timeZone)).team;

test("due in May: ticked at 23:30 that day on time, at 00:30 the day after late by 1; missed, then late by 4", async () => {
  const onTime = await promise("Aloe", { followUpOn: "2026-05-10" });
  await tick(onTime.id, "2026-05-10T21:30:00Z");
  const late = await promise("Baobab", { followUpOn: "2026-05-11" });
  await tick(late.id, "2026-05-11T22:30:00Z");
  const answered = await promise("Cycad", { followUpOn: "2026-05-12", heldById: cast.ben.id });
  const next = await answer(answered.id, answered.customerId, "2026-05-16");
  await promise("Dombeya", { followUpOn: "2026-06-01" });

  expect(await figures("2026-05-15", "2026-05-01")).toEqual({
    due: 3,
    keptOnTime: 1,
    keptLate: 1,
    missed: 1,
    open: 0,
    medianDelayDays: 1,
  });
  expect(await figures("2026-05-31")).toMatchObject({ due: 3, keptLate: 2, missed: 0, medianDelayDays: 2.5 });
  const may = { from: "2026-05-01", to: "2026-05-31", salespersonId: null };
  const inBerlin = await readKeptPromises(database.db, may, "Europe/Berlin");
  expect(inBerlin.team).toEqual(await figures("2026-05-31"));
  const inLondon = await readKeptPromises(database.db, may, "Europe/London");
  expect(inLondon.team).toMatchObject({ keptOnTime: 2, keptLate: 1, medianDelayDays: 4 });
  expect(await figures("2026-06-01", "2026-06-01")).toMatchObject({ due: 1, open: 1 });
  expect(await figures("2026-06-02", "2026-05-12", cast.anna.id)).toMatchObject({ due: 1, missed: 1 });
  expect(await figures("2026-05-11", "2026-05-11")).toMatchObject({ due: 1, open: 1 });

  await deleteConversation(database.db, by(next.id, 1, "2026-06-30T09:00:00Z"));
  expect(await figures("2026-05-31")).toMatchObject({ keptLate: 1, missed: 1 });
  await undoChange(database.db, by(next.id, 2, "2026-06-30T09:01:00Z"));
  await tick(answered.id, "2026-05-13T10:00:00Z");
  expect(await figures("2026-05-31")).toMatchObject({ keptLate: 2, medianDelayDays: 1 });
});

test("members on request add up to the team, and the rows behind a figure are as many as it says", async () => {
  const filter = { from: null, to: "2026-06-30", salespersonId: null };
  const { team, members } = await readKeptPromises(database.db, filter, timeZone);
  expect(members.map(({ name, figures }) => [name, figures.due])).toEqual([
    ["Anna", 3],
    ["Ben", 1],
  ]);
  const rows = (state: "missed" | "kept late" | null) =>
    readPromisesOf(database.db, filter, { timeZone, state, after: null }).then(({ items }) => items);
  expect((await rows("missed")).map(({ customer }) => customer)).toEqual(["Dombeya"]);
  expect(await rows("kept late")).toHaveLength(team.keptLate);
  expect(await rows(null)).toHaveLength(team.due);
});

test("neither a snooze nor a later date, an import's too, moves the promise; a slip put right, a withdrawal and a deletion do", async () => {
  const rest = { from: "2026-07-01", to: "2026-07-31" };
  const july = async () => (await figures(rest.to, rest.from)).due;
  const dated = async (given: string, changes: [string, string | null, Change["actor"]?][]) => {
    let saved = await promise(`Erica ${given} ${changes}`, { followUpOn: given });
    for (const [at, followUpOn, actor = cast.cara] of changes) {
      const { deal, deviceId, deviceRecordedAt, customerId, ...content } = talk({
        customerId: saved.customerId,
        heldById: cast.anna.id,
        on: "2026-05-01",
        followUpOn,
      });
      const change = { ...by(saved.id, saved.version, at), actor };
      saved = await correctConversation(database.db, { ...change, content, timeZone });
    }
    return saved;
  };
  await dated("2026-07-10", [["2026-06-01T08:00:00Z", "2026-08-20"]]);
  expect(await july()).toBe(1);
  await dated("2026-08-10", [["2026-06-01T08:00:00Z", "2026-07-20"]]);
  await dated("2026-07-10", [["2026-05-01T08:10:00Z", "2026-08-11"]]);
  expect(await july()).toBe(1);
  await dated("2026-07-11", [["2026-06-01T08:00:00Z", null]]);
  expect(await july()).toBe(1);
  await dated("2026-08-12", [["2026-05-01T08:04:00Z", "2026-07-12", cast.anna]]);
  expect(await july()).toBe(1);
  await dated("2026-07-31", [
    ["2026-05-01T08:04:00Z", null],
    ["2026-06-01T08:00:00Z", "2026-08-20"],
  ]);
  expect(await july()).toBe(2);
  const gone = await dated("2026-07-12", []);
  expect(await july()).toBe(3);
  await insertSnooze(database.db, {
    conversationId: gone.id,
    dueOn: "2026-07-12",
    untilOn: "2026-08-30",
    reason: "On leave",
    snoozedById: cast.anna.id,
    snoozedAt: made,
  });
  expect(await july()).toBe(3);
  await deleteConversation(database.db, by(gone.id, 1, "2026-07-12T08:00:00Z"));
  expect(await july()).toBe(2);
  const bring = (followUpOn: string, at: string) =>
    importText(
      database.db,
      "conversations",
      `customer,date,follow_up_on,reference\nFynbos,2026-05-01,${followUpOn},F-1\n`,
      { memberId: cast.cara.id, now: new Date(at), update: true },
    );
  await bring("2026-07-13", "2026-05-01T08:00:00Z");
  await bring("2026-08-13", "2026-06-01T08:00:00Z");
  expect(await july()).toBe(3);
});

test("as of a day before the conversation there is no promise, even one an import brought for an earlier day", async () => {
  const text = "customer,date,follow_up_on\nGazania,2026-09-20,2026-09-10\n";
  const now = new Date("2026-09-30T08:00:00Z");
  await importText(database.db, "conversations", text, { memberId: cast.cara.id, now });
  expect(await figures("2026-09-19", "2026-09-01")).toMatchObject({ due: 0 });
  expect(await figures("2026-09-20", "2026-09-01")).toMatchObject({ due: 1, missed: 1 });
});

test("ticked at 00:30 on the day after the clocks went forward, it was not done on that day", async () => {
  const { id } = await promise("Hakea", { on: "2026-03-20", followUpOn: "2026-03-28" });
  await tick(id, "2026-03-29T22:30:00Z");
  const asOf = async (to: string) => {
    const filter = { from: "2026-03-01", to, salespersonId: null };
    return (await readKeptPromises(database.db, filter, "Europe/Berlin")).team;
  };
  expect(await asOf("2026-03-29")).toMatchObject({ due: 1, missed: 1 });
  expect(await asOf("2026-03-30")).toMatchObject({ keptLate: 1, medianDelayDays: 2 });
});

test("kept on time and promised anew, the new promise is due: open, and kept on time again", async () => {
  const { id } = await promise("Ironwood", { followUpOn: "2026-10-05" });
  await tick(id, "2026-10-04T08:00:00Z");
  const at = "2026-10-10T08:00:00Z";
  await changeConversation(database.db, by(id, 2, at), "corrected", async () => ({
    followUpOn: "2026-10-20",
    completedAt: null,
  }));
  expect(await figures("2026-10-15", "2026-10-01")).toMatchObject({ due: 0, missed: 0 });
  await completeFollowUp(database.db, { ...by(id, 3, "2026-10-19T08:00:00Z"), isDone: true });
  expect(await figures("2026-10-31", "2026-10-01")).toMatchObject({ due: 1, keptOnTime: 1 });
});

test("the query says of each follow-up what the rules say of its versions", async () => {
  const saved = await database.db.select().from(conversationVersions);
  const filter = { from: null, to: "2026-12-31", salespersonId: null };
  const { items: rows } = await readPromisesOf(database.db, filter, { timeZone, state: null, after: null });
  expect(rows.length).toBeGreaterThan(5);
  const paged: typeof rows = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const which = { timeZone, state: null, after: readPromiseCursor(cursor), pageSize: 2 };
    const page: Awaited<ReturnType<typeof readPromisesOf>> = await readPromisesOf(database.db, filter, which);
    paged.push(...page.items);
    cursor = page.next;
  }
  expect(paged).toEqual(rows);
  for (const { conversationId, dueOn, doneOn, state } of rows) {
    const versions = saved
      .filter((version) => version.conversationId === conversationId)
      .toSorted((a, b) => a.version - b.version);
    expect(firstPromised(versions)).toBe(dueOn);
    expect(followUpState({ dueOn, doneOn }, filter.to)).toBe(state);
  }
});
