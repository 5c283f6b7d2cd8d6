import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getTeam } from "@/db/queries/team";
import { auditLog, conversations, conversationVersions, team } from "@/db/schema";
import { correctConversation } from "@/lib/log/change-conversation";
import { logConversation } from "@/lib/log/log-conversation";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { localDateOf } from "@/lib/pipeline/local-date";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { changeTeam } from "./change-team";
import { changeTimeZone, previewTimeZone } from "./change-time-zone";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let customerId: number;
const now = new Date("2026-06-30T12:00:00Z");
const settings = { name: "Highveld", currency: "JPY", locale: "de-DE", firstDayOfWeek: 7 };

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  customerId = await addCustomer(database.db, "Lynx Leasing");
});
afterAll(() => database.drop());

async function teamNow() {
  const found = await getTeam(database.db);
  if (!found) throw new Error("The cast has a team.");
  return found;
}
const asCara = async () => ({ actor: cast.cara, now, version: (await teamNow()).version });

test("an admin changes name, currency and writing in the version they saw, and the audit log keeps what changed", async () => {
  const { db } = database;
  const seen = await asCara();
  for (const actor of [cast.anna, cast.vera])
    await expect(changeTeam(db, { ...seen, actor, settings })).rejects.toThrow("Only an admin");
  await expect(changeTeam(db, { ...seen, settings: { ...settings, currency: "ZZZ" } })).rejects.toThrow(
    "ISO 4217",
  );
  const attempts = await Promise.allSettled([
    changeTeam(db, { ...seen, settings }),
    changeTeam(db, { ...seen, settings: { ...settings, name: "Lowveld" } }),
  ]);
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(changeTeam(db, { ...seen, settings: { ...settings, name: "Bushveld" } })).rejects.toThrow(
    "You have changed the team's settings meanwhile.",
  );
  const { name, currency, locale, firstDayOfWeek } = await teamNow();
  await changeTeam(db, { ...seen, settings: { name, currency, locale, firstDayOfWeek } });
  expect(await teamNow()).toMatchObject({
    currency: "JPY",
    currencyDigits: 0,
    firstDayOfWeek: 7,
    version: 2,
  });
  const [entry] = await db.select().from(auditLog).where(eq(auditLog.act, "change team"));
  expect(entry?.before).toEqual({
    name: "Highveld Tyres",
    currency: "ZAR",
    currencyDigits: 2,
    locale: "en-ZA",
    firstDayOfWeek: 1,
  });
  const unchanged = await teamNow();
  await changeTeam(db, { ...(await asCara()), settings: { ...settings, name: unchanged.name } });
  expect((await teamNow()).version).toBe(2);
  await changeTeam(db, { ...(await asCara()), settings: { ...settings, currency: "ZAR" } });
});

const moments = [
  "2026-05-01T23:30",
  "2026-05-02T00:30",
  "2026-06-01",
  "2026-06-01T00:10",
  "2026-05-31T23:50",
];

test("once an amount exists, even in an earlier version, the currency is fixed; of a race with the first amount one wins", async () => {
  const { db } = database;
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-05-01T23:30" });
  const logging = { actor: cast.anna, timeZone: cast.timeZone, currency: "ZAR", now };
  const sale = { ...entry, stageId: cast.stages["Demo given"], amount: "10" };
  const race = await Promise.allSettled([
    logConversation(db, sale, logging),
    changeTeam(db, { ...(await asCara()), settings }),
  ]);
  expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [first] = race;
  const logged =
    first?.status === "fulfilled"
      ? first.value
      : await changeTeam(db, { ...(await asCara()), settings: { ...settings, currency: "ZAR" } }).then(() =>
          logConversation(db, sale, logging),
        );
  await expect(
    changeTeam(db, { ...(await asCara()), settings: { ...settings, currency: "USD" } }),
  ).rejects.toThrow("fixed");
  const { customerId: _, deal, deviceId, deviceRecordedAt, ...content } = entry;
  await correctConversation(db, {
    conversationId: logged.id,
    version: 1,
    actor: cast.cara,
    now,
    timeZone: cast.timeZone,
    content,
  });
  expect(await db.$count(conversations, eq(conversations.amount, "10"))).toBe(0);
  await expect(
    changeTeam(db, { ...(await asCara()), settings: { ...settings, currency: "USD" } }),
  ).rejects.toThrow("fixed");
});

test("another time zone moves the days it said it would, leaves dates on their day, and derives everything anew", async () => {
  const { db } = database;
  const logging = { actor: cast.anna, timeZone: cast.timeZone, now };
  for (const on of moments)
    await logConversation(
      db,
      talk({ customerId, heldById: cast.anna.id, on, stageId: cast.stages["Demo given"] }),
      logging,
    );
  const {
    customerId: _,
    deal,
    deviceId,
    deviceRecordedAt,
    ...content
  } = talk({
    customerId,
    heldById: cast.anna.id,
    on: "2026-05-03T12:00",
  });
  const earlier = { ...content, occurredAt: new Date("2026-02-28T22:30:00Z") };
  const misdated = await logConversation(
    db,
    { ...earlier, customerId, deal, deviceId, deviceRecordedAt },
    logging,
  );
  const change = { conversationId: misdated.id, version: 1, actor: cast.cara, now };
  await correctConversation(db, { ...change, timeZone: cast.timeZone, content });
  const before = await db.select().from(conversations).orderBy(asc(conversations.id));
  const zone = "America/New_York";
  const preview = await previewTimeZone(db, zone);
  expect(preview).toEqual({ days: 2, months: 1, timed: 6, dateOnly: 1 });
  await expect(changeTimeZone(db, { ...(await asCara()), timeZone: "Mars/Olympus" })).rejects.toThrow("IANA");
  await expect(changeTimeZone(db, { ...(await asCara()), actor: cast.anna, timeZone: zone })).rejects.toThrow(
    "Only an admin",
  );
  await changeTimeZone(db, { ...(await asCara()), timeZone: zone });

  const after = await db.select().from(conversations).orderBy(asc(conversations.id));
  const moved = after.filter(({ localDate }, index) => localDate !== before[index]?.localDate);
  expect(moved).toHaveLength(preview.days);
  for (const { occurredAt, localDate } of after) expect(localDate).toBe(localDateOf(occurredAt, zone));
  expect(after.find(({ dateOnly }) => dateOnly)).toMatchObject({
    localDate: "2026-06-01",
    occurredAt: new Date("2026-06-01T04:00:00Z"),
  });
  for (const { occurredAt, localDate } of await db.select().from(conversationVersions))
    expect(localDate).toBe(localDateOf(occurredAt, zone));
  expect((await rebuildStates(db)).differences).toEqual([]);
  const [entry] = await db.select().from(auditLog).where(eq(auditLog.act, "change time zone"));
  expect(entry).toMatchObject({
    before: { timeZone: "Africa/Johannesburg" },
    after: { timeZone: zone, conversationsOnAnotherDay: 2 },
  });

  await expect(
    logConversation(db, talk({ customerId, heldById: cast.anna.id, on: "2026-06-02" }), logging),
  ).rejects.toThrow("send it again");
  await changeTimeZone(db, { ...(await asCara()), timeZone: cast.timeZone });
  expect(await db.select().from(conversations).orderBy(asc(conversations.id))).toEqual(before);
  expect(await db.$count(team)).toBe(1);
});
