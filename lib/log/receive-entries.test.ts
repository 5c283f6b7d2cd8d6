import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getQuarantined, listDecided, listQuarantined } from "@/db/queries/quarantine";
import { getTeam, type Team } from "@/db/queries/team";
import {
  auditLog,
  conversations,
  customers,
  devices,
  members,
  quarantinedEntries,
  stages,
} from "@/db/schema";
import { deviceKey, isDeviceOfRemoved } from "@/lib/auth/device-key";
import { removeMember } from "@/lib/members/remove-member";
import { changeTimeZone } from "@/lib/team/change-time-zone";
import { addCustomer, castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { followUpDates } from "./follow-up-date";
import { emptyLogValues, type LogValues } from "./log-values";
import { outboxSchema } from "./outbox-schema";
import { discardQuarantined, logQuarantined, mostUndecided, quarantineEntries } from "./quarantine";
import { quarantinedInWords } from "./quarantined-in-words";
import { quarantinedValues } from "./read-quarantined";
import { type ReceivedEntry, receiveEntries } from "./receive-entries";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let team: Team;
const now = new Date("2026-06-30T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const found = await getTeam(database.db);
  if (!found) throw new Error("The cast has a team.");
  team = found;
});
afterAll(() => database.drop());

function entry(said: Partial<LogValues>, times: Partial<ReceivedEntry> = {}): ReceivedEntry {
  const shown = { date: "2026-06-30", time: "09:00", shownDate: "2026-06-30", shownTime: "09:00" };
  const values = { ...emptyLogValues, ...shown, ...said };
  return { deviceId: randomUUID(), recordedAt: hoursAgo(3), heardAt: null, ...times, values };
}

const receive = (entries: ReceivedEntry[], sentAt = now, member = cast.anna) =>
  receiveEntries(database.db, entries, { member, team, sentAt, now });

const stored = async (customer: string) =>
  database.db
    .select({ talk: conversations })
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .where(eq(customers.name, customer))
    .orderBy(conversations.id)
    .then((rows) => rows.map(({ talk }) => talk));

describe("what a device sends", () => {
  it("is told when a note is too long, and those sent with it are logged", async () => {
    const long = { ...emptyLogValues, customer: "Acacia Axles", note: "x".repeat(60_000) };
    const times = { recordedAt: now.toISOString(), heardAt: null };
    const made = [long, { ...long, note: "Short" }].map((values) => ({
      ...times,
      deviceId: randomUUID(),
      values,
    }));
    const sent = { memberId: cast.anna.id, key: null, sentAt: now.toISOString(), entries: made };
    const answers = await receive(outboxSchema.parse(sent).entries);
    expect(answers).toMatchObject([
      { is: "asks", errors: { note: "A note has at most 20000 characters." } },
      { is: "logged" },
    ]);
  });

  it("is logged at the moment it was made there, with both times; tomorrow is the day after that", async () => {
    const made = entry({ customer: "Aardvark Axles", followUp: "tomorrow" }, { recordedAt: hoursAgo(30) });
    expect(await receive([made])).toMatchObject([{ is: "logged", deviceId: made.deviceId }]);
    expect(await stored("Aardvark Axles")).toMatchObject([
      {
        occurredAt: hoursAgo(30),
        localDate: "2026-06-29",
        followUpOn: "2026-06-30",
        deviceRecordedAt: hoursAgo(30),
        recordedAt: now,
        recordedById: cast.anna.id,
      },
    ]);
  });

  it("answered on a later day keeps the follow-up that was pressed; asked when it was, it shows that date", async () => {
    const shown = { followUp: "tomorrow", followUpDates: followUpDates("2026-06-29") };
    const late = entry({ customer: "Aardwolf Awnings", ...shown }, { recordedAt: hoursAgo(13) });
    expect(await receive([late])).toMatchObject([{ is: "logged" }]);
    expect(await stored("Aardwolf Awnings")).toMatchObject([
      { localDate: "2026-06-30", followUpOn: "2026-06-30" },
    ]);
    const slow = entry({ customer: "Aardwolf Attics", ...shown }, { recordedAt: hoursAgo(27) });
    expect(await receive([slow], hoursAgo(24))).toMatchObject([
      { is: "asks", values: { date: "2026-06-30", followUp: "date", followUpOn: "2026-06-30" } },
    ]);
  });

  it("in order, and what is asked about does not hold up the rest", async () => {
    await addCustomer(database.db, "Bushbuck Brakes Benoni");
    const answers = await receive([
      entry({ customer: "Bushbuck Brakes" }),
      entry({ customer: "Civet Clutches", note: "first" }),
      entry({ customer: "Civet Clutches", note: "second" }),
    ]);
    expect(answers.map(({ is }) => is)).toEqual(["asks", "logged", "logged"]);
    expect(answers[0]).toMatchObject({ errors: { customer: expect.stringMatching(/Which customer/) } });
    expect((await stored("Civet Clutches")).map(({ note }) => note)).toEqual(["first", "second"]);
  });

  it("twice, also at once and after it was corrected, is one conversation", async () => {
    const made = entry({ customer: "Dikdik Diesel", note: "once" });
    const answers = await Promise.all([receive([made]), receive([made]), receive([made])]);
    const ids = new Set(answers.flat().map((answer) => answer.is === "logged" && answer.id));
    expect(ids.size).toBe(1);
    await database.db.update(conversations).set({ note: "corrected" }).where(eq(conversations.note, "once"));
    expect(await receive([made])).toMatchObject([{ is: "logged", id: [...ids][0] }]);
    expect(await stored("Dikdik Diesel")).toHaveLength(1);
  });

  it("twice at once, for a customer nobody knows yet, asks nothing, at whatever moment the second comes", async () => {
    for (let pause = 0; pause < 40; pause += 1) {
      const made = entry({ customer: `Duiker Drills ${pause}` });
      const second = wait(pause / 4).then(() => receive([made]));
      const answers = [...(await receive([made])), ...(await second)];
      expect(answers.map(({ is }) => is)).toEqual(["logged", "logged"]);
      expect(await stored(`Duiker Drills ${pause}`)).toHaveLength(1);
    }
  });

  it("by a clock two hours slow is asked about, unless the day was said or it was sent at once", async () => {
    const slow = hoursAgo(2);
    const [asked] = await receive([entry({ customer: "Eland Exhausts" }, { recordedAt: hoursAgo(4) })], slow);
    expect(asked).toMatchObject({
      is: "asks",
      errors: { date: expect.stringMatching(/clock/) },
      values: { date: "2026-06-30", time: "12:00" },
    });
    const said = entry({ customer: "Eland Exhausts", time: "08:30" }, { recordedAt: hoursAgo(4) });
    expect(await receive([said], slow)).toMatchObject([{ is: "logged" }]);
    const atOnce = entry({ customer: "Eland Exhausts", note: "now" }, { recordedAt: slow });
    expect(await receive([atOnce], slow)).toMatchObject([{ is: "logged" }]);
    const times = (await stored("Eland Exhausts")).map(({ occurredAt }) => occurredAt.toISOString());
    expect(times).toEqual(["2026-06-30T06:30:00.000Z", "2026-06-30T12:00:00.000Z"]);
  });

  it("by a clock a year slow is asked about though its time was said, when the day is that clock's, or was emptied", async () => {
    const slow = new Date("2025-06-30T12:00:00Z");
    const shown = { date: "2025-06-30", shownDate: "2025-06-30", time: "09:30" };
    const guess = { date: "2026-06-30", time: "09:30" };
    for (const minutes of [1, 300]) {
      const recordedAt = new Date(slow.getTime() - minutes * 60_000);
      const made = entry({ customer: "Gemsbok Garage", ...shown }, { recordedAt });
      expect(await receive([made], slow)).toMatchObject([{ is: "asks", values: guess }]);
    }
    const emptied = entry({ customer: "Gemsbok Garage", date: "", time: "" }, { recordedAt: hoursAgo(4) });
    expect(await receive([emptied], hoursAgo(2))).toMatchObject([{ is: "asks", values: { time: "12:00" } }]);
    const chosen = entry(
      { customer: "Gemsbok Garage", ...shown, shownDate: "2025-06-29" },
      { recordedAt: slow },
    );
    expect(await receive([chosen], slow)).toMatchObject([{ is: "logged" }]);
    expect((await stored("Gemsbok Garage")).map(({ localDate }) => localDate)).toEqual(["2025-06-30"]);
  });

  it("for a customer and a stage merged meanwhile goes to the surviving ones", async () => {
    const from = await addCustomer(database.db, "Fish Eagle Fans");
    const into = await addCustomer(database.db, "Fish Eagle Group");
    await database.db
      .update(customers)
      .set({ archivedAt: now, mergedIntoId: into })
      .where(eq(customers.id, from));
    await database.db
      .update(stages)
      .set({ archivedAt: now, mergedIntoId: cast.stages["Demo given"] })
      .where(eq(stages.id, cast.stages["Contact made"]));
    const made = entry({
      customer: "Fish Eagle Fans",
      customerId: String(from),
      stage: String(cast.stages["Contact made"]),
    });
    expect(await receive([made])).toMatchObject([{ is: "logged" }]);
    expect(await receive([made])).toMatchObject([{ is: "logged" }]);
    expect(await stored("Fish Eagle Group")).toMatchObject([{ stageId: cast.stages["Demo given"] }]);
  });

  it("for an archived customer or stage is asked about at its field", async () => {
    const id = await addCustomer(database.db, "Genet Gears");
    await database.db.update(customers).set({ archivedAt: now }).where(eq(customers.id, id));
    await database.db.update(stages).set({ archivedAt: now }).where(eq(stages.id, cast.stages.Cancelled));
    const made = entry({
      customer: "Genet Gears",
      customerId: String(id),
      stage: String(cast.stages.Cancelled),
    });
    expect(await receive([made])).toMatchObject([
      {
        is: "asks",
        errors: { customer: expect.stringMatching(/archived/), stage: expect.stringMatching(/archived/) },
      },
    ]);
  });
});

describe("the device of a member who was removed", () => {
  it("which showed the day of a wrong clock: what they said is dated by the best guess, at the time they said", async () => {
    const { db } = database;
    const slow = new Date("2025-06-30T12:00:00Z");
    const shown = { date: "2025-06-30", shownDate: "2025-06-30", time: "09:30" };
    const made = entry({ customer: "Jackal Joinery", ...shown }, { recordedAt: slow });
    await quarantineEntries(db, [made], { memberId: cast.ben.id, team, sentAt: slow, now });
    const [kept] = await listQuarantined(db, 100);
    expect(kept && quarantinedValues(kept)).toMatchObject({ date: "2026-06-30", time: "09:30" });
    await discardQuarantined(db, { entryId: kept?.id ?? 0, actor: cast.cara, now });
  });

  it("keeps its moment when the team's time zone is changed before it is decided, a day without a time its day", async () => {
    const { db } = database;
    const moved = async (timeZone: string) => {
      const { version } = (await getTeam(db)) as Team;
      await changeTimeZone(db, { actor: cast.cara, now, version, timeZone });
    };
    const said = { customer: "Kudu Kitchens", followUp: "tomorrow" };
    const sent = [entry(said), entry({ ...said, time: "" }), entry({ ...said, date: "2026-06-29" })];
    await quarantineEntries(db, sent, { memberId: cast.ben.id, team, sentAt: now, now });
    await moved("Asia/Tokyo");
    const inTokyo = (await getTeam(db)) as Team;
    const waiting = await listQuarantined(db, 100);
    expect(waiting.map(quarantinedValues)).toMatchObject([
      { date: "2026-06-30", time: "18:00", followUpOn: "2026-07-01" },
      { date: "2026-06-30", time: "" },
      { date: "2026-06-29", time: "16:00" },
    ]);
    expect(await quarantinedInWords(db, waiting[0] as never, inTokyo)).toMatchObject({
      When: "30 Jun 2026, 18:00",
    });
    for (const row of waiting.slice(0, 2)) {
      const values = { ...quarantinedValues(row), customerChoice: "new" };
      await logQuarantined(db, { entryId: row.id, values, team: inTokyo, now, actor: cast.cara });
    }
    await moved(team.timeZone);
    expect(await stored("Kudu Kitchens")).toMatchObject([
      { occurredAt: new Date("2026-06-30T09:00:00Z"), localDate: "2026-06-30", dateOnly: false },
      { occurredAt: new Date("2026-06-29T22:00:00Z"), localDate: "2026-06-30", dateOnly: true },
    ]);
    const [left] = await listQuarantined(db, 100);
    expect(left && quarantinedValues(left)).toMatchObject({ date: "2026-06-29", time: "09:00" });
    await discardQuarantined(db, { entryId: left?.id ?? 0, actor: cast.cara, now });
  });

  it("finds room for 300 entries until they are decided, and what waits there is answered whenever it is sent again", async () => {
    const { db } = database;
    const sent = { memberId: cast.ben.id, team, sentAt: now, now };
    const made = Array.from({ length: mostUndecided + 2 }, () => entry({ customer: "Lynx Locks" }));
    const answers = await quarantineEntries(db, made, sent);
    expect(answers.map(({ deviceId }) => deviceId)).toEqual(
      made.slice(0, mostUndecided).map(({ deviceId }) => deviceId),
    );
    const again = [made[0], made.at(-1)].flatMap((one) => one ?? []);
    expect(await quarantineEntries(db, again, sent)).toEqual([
      { deviceId: made[0]?.deviceId, is: "quarantined" },
    ]);
    const [waiting] = await listQuarantined(db, 1);
    await discardQuarantined(db, { entryId: waiting?.id ?? 0, actor: cast.cara, now });
    expect(await quarantineEntries(db, again, sent)).toHaveLength(2);
    await db.delete(quarantinedEntries);
  });

  it("keeps a note too long to be logged for who decides, and no form longer than any of ours", async () => {
    const { db } = database;
    const made = [25_000, 60_001].map((length) =>
      entry({ customer: "Lynx Lamps", note: "x".repeat(length) }),
    );
    const sent = { memberId: cast.ben.id, team, sentAt: now, now };
    expect(await quarantineEntries(db, made, sent)).toEqual([
      { deviceId: made[0]?.deviceId, is: "quarantined" },
    ]);
    const [kept] = await listQuarantined(db, 100);
    if (!kept) throw new Error("It waits.");
    const values = quarantinedValues(kept);
    expect(await logQuarantined(db, { entryId: kept.id, values, team, now, actor: cast.cara })).toMatchObject(
      {
        errors: { note: "A note has at most 20000 characters." },
      },
    );
    await db.delete(quarantinedEntries);
  });

  it("is known by its key, its entries wait for an admin, logged as theirs or discarded, once", async () => {
    const { db } = database;
    const key = await deviceKey(db, { key: null, memberId: cast.ben.id, now });
    expect(await deviceKey(db, { key, memberId: cast.ben.id, now })).toBe(key);
    expect(await deviceKey(db, { key, memberId: cast.anna.id, now })).not.toBe(key);
    expect(await db.$count(devices)).toBe(2);
    expect(await isDeviceOfRemoved(db, { key, memberId: cast.ben.id })).toBe(false);
    const earlier = entry({ customer: "Honeybadger Hire", note: "arrived before" });
    await receive([earlier], now, cast.ben);
    const [ben] = await db.select().from(members).where(eq(members.id, cast.ben.id));
    await removeMember(db, { actor: cast.cara, now, memberId: cast.ben.id, version: ben?.version ?? 0 });
    expect(await isDeviceOfRemoved(db, { key, memberId: cast.ben.id })).toBe(true);
    expect(await isDeviceOfRemoved(db, { key, memberId: cast.anna.id })).toBe(false);

    const soldAt = { stage: String(cast.stages.Won), deal: "named", dealName: "Fleet", amount: "a lot" };
    const late = [
      entry({
        customer: "Honeybadger Hire",
        note: "too late",
        followUp: "1-week",
        followUpDates: followUpDates("2026-06-24"),
      }),
      entry({ customer: "Honeybadger Hire", note: "by mistake", followUp: "tomorrow", ...soldAt }),
    ];
    const sent = { memberId: cast.ben.id, team, sentAt: now, now };
    for (const _ of [1, 2])
      expect((await quarantineEntries(db, [earlier, ...late], sent)).map(({ is }) => is)).toEqual([
        "logged",
        "quarantined",
        "quarantined",
      ]);
    expect(await stored("Honeybadger Hire")).toHaveLength(1);
    const [first, second] = await listQuarantined(db, 100);
    if (!first || !second) throw new Error("Both entries wait.");
    const values = quarantinedValues(first);
    expect(values).toMatchObject({
      date: "2026-06-30",
      time: "11:00",
      followUp: "date",
      followUpOn: "2026-07-01",
    });

    const decide = { entryId: first.id, values, team, now };
    await expect(logQuarantined(db, { ...decide, actor: cast.anna })).rejects.toThrow("Only an admin");
    const answer = await logQuarantined(db, { ...decide, actor: cast.cara });
    const told = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.act, "log entry of removed member"), eq(auditLog.subjectId, String(first.id))));
    expect(told).toMatchObject([
      {
        ...{ memberId: cast.cara.id, subject: "quarantined entry", subjectId: String(first.id) },
        after: { memberId: cast.ben.id, conversationId: answer.logged?.id },
      },
    ]);
    expect(answer.logged).toMatchObject({
      recordedById: cast.ben.id,
      heldById: cast.ben.id,
      note: "too late",
    });
    await expect(logQuarantined(db, { ...decide, actor: cast.cara })).rejects.toThrow("You have decided");
    await discardQuarantined(db, { entryId: second.id, actor: cast.cara, now });
    await expect(discardQuarantined(db, { entryId: second.id, actor: cast.cara, now })).rejects.toThrow(
      "You have decided",
    );
    expect(await listQuarantined(db, 100)).toEqual([]);
    expect(await listDecided(db, 1)).toMatchObject([
      { id: second.id, decision: "discarded", decidedBy: "Cara", decidedAt: now, conversationId: null },
    ]);
    expect(await getQuarantined(db, first.id)).toMatchObject({
      decision: "logged",
      conversationId: answer.logged?.id,
    });
    expect(await stored("Honeybadger Hire")).toHaveLength(2);
    const foreign = entry({ customer: "Honeybadger Hire", note: "another's id" });
    await receive([foreign]);
    expect(await quarantineEntries(db, [foreign], sent), "no entry is another's").toMatchObject([
      { is: "quarantined" },
    ]);
    const changed = { ...earlier, values: { ...earlier.values, note: "changed on the device since" } };
    for (const _ of [1, 2])
      expect(await quarantineEntries(db, [changed], sent)).toEqual([
        { deviceId: earlier.deviceId, is: "quarantined" },
      ]);
    const kept = await listQuarantined(db, 100);
    const other = kept.find((row) => quarantinedValues(row).note === changed.values.note);
    expect(kept).toHaveLength(2);
    const logged = await logQuarantined(db, {
      ...{ entryId: other?.id ?? 0, team, actor: cast.cara, now },
      values: quarantinedValues(other as never),
    });
    expect(logged.logged).toMatchObject({ note: "changed on the device since", recordedById: cast.ben.id });
    expect(await quarantinedInWords(db, second, team)).toMatchObject({
      Customer: "Honeybadger Hire",
      Stage: "Won",
      Note: "by mistake",
      When: "30 Jun 2026, 11:00",
      "Held by": "Ben",
      Deal: "Fleet",
      Amount: "a lot",
      "Follow-up": "01 Jul 2026",
    });
  });
});
