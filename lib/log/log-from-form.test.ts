import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getTeam, type Team } from "@/db/queries/team";
import { auditLog, channels, contacts, conversations, customers, deals, stages } from "@/db/schema";
import { mergeCustomers } from "@/lib/customers/merge-customers";
import { nameKey } from "@/lib/pipeline/name-key";
import { addCustomer, castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { followUpDates } from "./follow-up-date";
import { logFromForm } from "./log-from-form";
import { emptyLogValues, type LogValues } from "./log-values";
import { previewDeal } from "./preview-deal";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let team: Team;
const now = new Date("2026-06-30T12:00:00Z");
const today = "2026-06-30";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const found = await getTeam(database.db);
  if (!found) throw new Error("The cast has a team.");
  team = found;
});
afterAll(() => database.drop());

const stageId = (name: keyof typeof cast.stages) => String(cast.stages[name]);

function log(said: Partial<LogValues>, member = cast.anna) {
  return logFromForm(database.db, { ...emptyLogValues, ...said }, { member, team, today }, now);
}

async function logged(said: Partial<LogValues>) {
  const answer = await log(said);
  if (!answer.logged) throw new Error(JSON.stringify(answer));
  return answer.logged;
}

async function refused(said: Partial<LogValues>) {
  const answer = await log(said);
  if (answer.logged) throw new Error("This was to be asked about.");
  return answer;
}

it("a follow-up is for the date that was pressed, also in a form that was shown yesterday", async () => {
  const shown = { followUp: "tomorrow", followUpDates: followUpDates("2026-06-29") };
  expect(await logged({ customer: "Amur Axles", ...shown })).toMatchObject({ followUpOn: today });
  expect(await logged({ customer: "Amur Axles", followUp: "tomorrow" })).toMatchObject({
    followUpOn: "2026-07-01",
  });
  const passed = await refused({
    customer: "Amur Axles",
    ...shown,
    followUpDates: followUpDates("2026-06-28"),
  });
  expect(passed.errors.followUpOn).toMatch(/before the conversation/);
});

describe("the customer", () => {
  it("is found by its name however it is spelled, and is new when nobody has it", async () => {
    const id = await addCustomer(database.db, "Amandla Transport");
    expect((await logged({ customer: " amandla TRANSPORT " })).customerId).toBe(id);
    const made = await logged({ customer: "Boerboel Builders" });
    const [customer] = await database.db.select().from(customers).where(eq(customers.id, made.customerId));
    expect(customer).toMatchObject({
      name: "Boerboel Builders",
      openedOn: today,
      createdById: cast.anna.id,
    });
  });

  it("is found by its name in several lines too, and so are all others that are named", async () => {
    const said = { channelName: "By\nphone", topicName: "Re\ntreads", contactName: "Jane\nDoe" };
    const sale = { stage: stageId("Demo given"), deal: "named", dealName: "Truck\ntyres" };
    const first = await logged({ customer: "Bushpig\nBricks", ...said, ...sale });
    const other = { channelName: "by phone", topicName: "re treads", contactName: "jane doe" };
    const second = await logged({ customer: "bushpig bricks", ...other, ...sale, dealName: "truck tyres" });
    const { customerId, channelId, topicId, contactId, dealId } = first;
    expect(second).toMatchObject({ customerId, channelId, topicId, contactId, dealId });
  });

  it("that was chosen is meant whatever it is called by now; a name written over it is not", async () => {
    const id = await addCustomer(database.db, "Bontebok Bikes");
    const renamed = { name: "Zorilla Bikes", nameKey: nameKey("Zorilla Bikes") };
    await database.db.update(customers).set(renamed).where(eq(customers.id, id));
    const chosen = { customerId: String(id), shownCustomer: "Bontebok Bikes" };
    expect((await logged({ customer: "Bontebok Bikes", ...chosen })).customerId).toBe(id);
    const other = await logged({ customer: "Blesbok Brakes", customerChoice: "new", ...chosen });
    expect(other.customerId).not.toBe(id);
    expect((await refused({ customer: "", ...chosen })).errors.customer).toBeDefined();
  });

  it("is opened on the day of an earlier conversation, not after it", async () => {
    const { customerId } = await logged({ customer: "Caracal Cranes", date: "2026-06-20", time: "09:00" });
    const [customer] = await database.db.select().from(customers).where(eq(customers.id, customerId));
    expect(customer?.openedOn).toBe("2026-06-20");
  });

  it("that is told of tomorrow is opened today, and its deal of tomorrow can be chosen", async () => {
    const said = { customer: "Cane Rat Cables", stage: stageId("Demo given") };
    const first = await logged({ ...said, date: "2026-07-01", time: "09:00" });
    const [customer] = await database.db.select().from(customers).where(eq(customers.id, first.customerId));
    expect(customer?.openedOn).toBe(today);
    const { more } = await refused({ ...said, duration: "ten" });
    expect(more.context?.deals).toMatchObject([{ id: first.dealId, isOpen: true }]);
  });

  it("is asked about when its name is only like others', until one says which", async () => {
    const id = await addCustomer(database.db, "Dassie Diesel Durban");
    const { errors, more } = await refused({ customer: "Dassie Diesel" });
    expect(errors.customer).toMatch(/Which customer/);
    expect(more.choices).toMatchObject([{ id, name: "Dassie Diesel Durban" }]);
    const chosen = await logged({ customer: "Dassie Diesel", customerChoice: String(id) });
    expect(chosen.customerId).toBe(id);
    const made = await logged({ customer: "Dassie Diesel", customerChoice: "new" });
    expect(made.customerId).not.toBe(id);
  });

  it.each([
    ["Ibis Irrigaton", "Ibis Irrigation"],
    ["Jose Jackals", "José Jackals"],
    ["Kudu Kitchens Ltd", "Kudu Kitchens"],
  ])("written %s is asked about: is it %s?", async (written, name) => {
    const id = await addCustomer(database.db, name);
    expect((await refused({ customer: written })).more.choices).toMatchObject([{ id, name }]);
    const made = await logged({ customer: written, customerChoice: "new" });
    expect(made.customerId).not.toBe(id);
  });

  it("is new when only an archived one's name is nearly that", async () => {
    await database.db
      .insert(customers)
      .values({ name: "Lynx Logistics", nameKey: nameKey("Lynx Logistics"), archivedAt: now });
    expect((await logged({ customer: "Lynx Logistic" })).customerId).toBeGreaterThan(0);
  });

  it("is not the one chosen before when another name is written over it", async () => {
    const id = await addCustomer(database.db, "Eland Engineering");
    const made = await logged({ customer: "Francolin Freight", customerId: String(id) });
    expect(made.customerId).not.toBe(id);
  });

  it("is asked for when there is none, refused when it is archived", async () => {
    expect((await refused({})).errors.customer).toMatch(/Write whom/);
    await database.db
      .insert(customers)
      .values({ name: "Gecko Glass", nameKey: nameKey("Gecko Glass"), archivedAt: now });
    expect((await refused({ customer: "Gecko Glass" })).errors.customer).toMatch(/archived/);
  });

  it("is one customer when ten log for its new name at once, and its sales are one deal", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => log({ customer: "Hornbill Hotels", stage: stageId("Demo given") })),
    );
    expect(new Set(answers.map(({ logged: one }) => one?.customerId)).size).toBe(1);
    expect(new Set(answers.map(({ logged: one }) => one?.dealId)).size).toBe(1);
  });
});

describe("the deal", () => {
  it("of a closing stage with no open deal is asked about: a new sale, or the earlier one", async () => {
    const won = await logged({
      customer: "Impala Inns",
      stage: stageId("Won"),
      amount: "1000",
      date: "2026-05-03",
    });
    const { errors, more } = await refused({ customer: "Impala Inns", stage: stageId("Won"), amount: "500" });
    expect(errors.deal).toMatch(/new sale/);
    expect(more.context?.preview).toEqual({ act: "ask", dealId: won.dealId });
    expect(await database.db.$count(conversations, eq(conversations.customerId, won.customerId))).toBe(1);

    const earlier = await logged({
      customer: "Impala Inns",
      stage: stageId("Won"),
      deal: String(won.dealId),
    });
    expect(earlier.dealId).toBe(won.dealId);
    const repeat = await logged({
      customer: "Impala Inns",
      stage: stageId("Won"),
      amount: "500",
      deal: "new",
    });
    expect(repeat.dealId).not.toBe(won.dealId);
  });

  it("is the open one, a new one, one of that name, or the one that was chosen", async () => {
    const open = await logged({ customer: "Jackal Jewels", stage: stageId("Demo given") });
    expect((await logged({ customer: "Jackal Jewels", stage: stageId("Lost") })).dealId).toBe(open.dealId);
    const named = await logged({
      customer: "Jackal Jewels",
      stage: stageId("Demo given"),
      deal: "named",
      dealName: "Shop two",
    });
    expect(named.dealId).not.toBe(open.dealId);
    const reopened = await logged({
      customer: "Jackal Jewels",
      stage: stageId("Proposal sent"),
      deal: String(open.dealId),
    });
    expect(reopened.dealId).toBe(open.dealId);
    const unnamed = await refused({ customer: "Jackal Jewels", stage: stageId("Won"), deal: "named" });
    expect(unnamed.errors.dealName).toMatch(/deal's name/);
  });

  it("that is previewed is the one that is joined, and the preview writes nothing", async () => {
    const first = await logged({
      customer: "Kudu Kitchens",
      stage: stageId("Demo given"),
      date: "2026-06-10",
    });
    const place = {
      customerId: first.customerId,
      stageId: Number(stageId("Demo given")),
      hasAmount: false,
      conversationId: null,
    } as const;
    const before = await database.db.$count(deals);
    expect(await previewDeal(database.db, { ...place, occurredAt: now })).toEqual({
      act: "join",
      dealId: first.dealId,
    });
    const late = { ...place, occurredAt: new Date("2026-06-01T10:00:00Z"), stageId: Number(stageId("Won")) };
    expect(await previewDeal(database.db, late)).toEqual({ act: "join", dealId: first.dealId });
    expect(await previewDeal(database.db, { ...late, customerId: 0 })).toEqual({ act: "new" });
    expect(await database.db.$count(deals)).toBe(before);
  });
});

describe("what is wrong", () => {
  const wrong: [string, Partial<LogValues>, keyof LogValues, RegExp][] = [
    ["a plan", { date: "2026-07-15", time: "09:00" }, "date", /follow-up date/],
    ["a day that is none", { date: "2026-02-30" }, "date", /no such date/],
    ["a year typed short", { date: "0026-07-01" }, "date", /year in full/],
    ["the “never” of spreadsheets", { date: "9999-12-31" }, "date", /after 2999/],
    ["a time without a day", { time: "09:00", shownTime: "08:00" }, "date", /Choose the day/],
    ["an amount without a stage", { amount: "100" }, "amount", /belongs to a sale/],
    [
      "an amount with a minus",
      { amount: "-R 100", stage: "1" },
      "amount",
      /without a minus, such as 12500,50/,
    ],
    ["an amount too large", { amount: "1234567890123", stage: "1" }, "amount", /at most 12 digits before/],
    ["an amount wrongly grouped", { amount: "12 34", stage: "1" }, "amount", /not clear which.*“12\s500”/],
    ["an amount of another currency", { amount: "€ 100", stage: "1" }, "amount", /in digits and in ZAR/],
    ["three decimals", { amount: "1.005", stage: "1" }, "amount", /at most 2 decimals/],
    ["no day picked", { followUp: "date" }, "followUpOn", /Choose the day/],
    [
      "the “never” of a follow-up",
      { followUp: "date", followUpOn: "9999-12-31" },
      "followUpOn",
      /after 2999/,
    ],
    ["a follow-up before it", { followUp: "date", followUpOn: "2026-06-01" }, "followUpOn", /before/],
    ["minutes that are words", { duration: "ten" }, "duration", /digits/],
    ["too many minutes", { duration: "10081" }, "duration", /at most/],
    ["a stage that is gone", { stage: "999999" }, "stage", /no longer there/],
    ["a stage that is no id", { stage: "won" }, "stage", /Choose a stage/],
  ];
  it.each(wrong)("%s is told at its field and nothing is written", async (_what, said, field, message) => {
    const before = await database.db.$count(conversations);
    const customersBefore = await database.db.$count(customers);
    expect((await refused({ customer: "Nobody yet", ...said })).errors[field]).toMatch(message);
    expect(await database.db.$count(conversations)).toBe(before);
    expect(await database.db.$count(customers)).toBe(customersBefore);
  });

  it("breaks a rule in words, and leaves no new name behind", async () => {
    const tooLong = "x".repeat(201);
    await expect(log({ customer: "Lynx Lifts", channelName: "Fax", contactName: tooLong })).rejects.toThrow(
      "200",
    );
    expect(await database.db.$count(customers, eq(customers.name, "Lynx Lifts"))).toBe(0);
    expect(await database.db.$count(channels, eq(channels.name, "Fax"))).toBe(0);
    await expect(log({ customer: "Lynx Lifts", heldBy: String(cast.vera.id) })).rejects.toThrow(
      "on the team",
    );
    await expect(log({ customer: "Lynx Lifts" }, cast.vera)).rejects.toThrow("Viewers read");
    for (const gone of [{ channel: "999999" }, { topic: "999999" }])
      await expect(log({ customer: "Lynx Lifts", ...gone })).rejects.toThrow("no longer there");
  });
});

describe("what is said beside", () => {
  it("is kept: how, about, with whom by name, held by, minutes, follow-up in three days", async () => {
    const said = {
      customer: "Mongoose Motors",
      channel: "new",
      channelName: "Radio",
      topicName: "Tyre audit",
      contactName: "Sipho Dlamini",
      heldBy: String(cast.ben.id),
      duration: "25",
      followUp: "3-days",
    };
    const first = await logged(said);
    expect(first).toMatchObject({
      heldById: cast.ben.id,
      recordedById: cast.anna.id,
      durationMinutes: 25,
      followUpOn: "2026-07-03",
    });
    const told = await database.db
      .select()
      .from(auditLog)
      .where(inArray(auditLog.act, ["add channel", "add topic"]));
    expect(told.map(({ memberId, after }) => [memberId, after])).toEqual(
      expect.arrayContaining([
        [cast.anna.id, { name: "Tyre audit" }],
        [cast.anna.id, { name: "Radio" }],
      ]),
    );
    const again = await logged({ ...said, channelName: " radio", contactName: "sipho dlamini" });
    expect(again).toMatchObject({ channelId: first.channelId, contactId: first.contactId });
    const ofCustomer = eq(contacts.customerId, first.customerId);
    expect(await database.db.$count(contacts, and(ofCustomer, eq(contacts.name, "Sipho Dlamini")))).toBe(1);
    const namesake = await logged({ customer: "Nyala Nets", contactName: "Sipho Dlamini" });
    expect(namesake.contactId).not.toBe(first.contactId);
  });

  it("may be the longest there is, and a follow-up of the same day", async () => {
    const said = { customer: "Nightjar Nails", duration: "10080", followUp: "date", followUpOn: today };
    expect(await logged(said)).toMatchObject({ durationMinutes: 10_080, followUpOn: today });
  });

  it("has a decimal comma where the locale writes one, and spaces between thousands", async () => {
    const said = { ...emptyLogValues, stage: stageId("Demo given"), deal: "new" };
    const german = { member: cast.anna, team: { ...team, locale: "de-DE" }, today };
    const answer = await logFromForm(
      database.db,
      { ...said, customer: "Otter Oil", amount: "R 12 500,50" },
      german,
      now,
    );
    expect(answer.logged?.amount).toBe("12500.5000");
    const american = { ...german, team: { ...team, locale: "en-US" } };
    const other = await logFromForm(
      database.db,
      { ...said, customer: "Otter Oil", amount: "12,50" },
      american,
      now,
    );
    expect(other.logged).toBeUndefined();
  });

  it("is now where date and time were left as they were shown, that day alone without a time", async () => {
    const untouched = { date: "2026-06-30", time: "13:00", shownDate: "2026-06-30", shownTime: "13:00" };
    expect(await logged({ customer: "Pangolin Pools", ...untouched })).toMatchObject({
      occurredAt: now,
      dateOnly: false,
    });
    expect(await logged({ customer: "Pangolin Pools", ...untouched, time: "" })).toMatchObject({
      occurredAt: new Date("2026-06-29T22:00:00Z"),
      dateOnly: true,
    });
  });
});

describe("the same form sent twice", () => {
  it("is one conversation, also five times at once for a new customer", async () => {
    const said = {
      customer: "Quokka Quilts",
      stage: stageId("Demo given"),
      note: "once",
      deviceId: randomUUID(),
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => log(said)));
    expect(new Set(answers.map(({ logged: one }) => one?.id)).size).toBe(1);
  });

  it.each<[string, Partial<LogValues>]>([
    ["note", { note: "twice" }],
    ["amount", { amount: "10000" }],
    ["day", { date: "2026-06-20", time: "" }],
    ["follow-up", { followUp: "3-days" }],
    ["deal", { deal: "named", dealName: "Fleet" }],
    ["contact", { contactName: "Sipho" }],
  ])("with another %s is asked about, never swallowed, and leads to what was logged", async (_, change) => {
    const said = {
      customer: "Quokka Quarries",
      stage: stageId("Won"),
      deal: "new",
      note: "once",
      amount: "1000",
      deviceId: randomUUID(),
    };
    const first = await logged(said);
    const { message, deviceId, more } = await refused({ ...said, ...change });
    expect(message).toMatch(/logged once already/);
    expect(more).toMatchObject({ loggedId: first.id, context: { customerId: first.customerId } });
    const second = await logged({ ...said, ...change, deviceId });
    expect(second.id).not.toBe(first.id);
  });

  it("at once with two customers is one conversation, and asks about the other", async () => {
    await Promise.all(["Axolotl Awnings", "Bandicoot Bricks"].map((customer) => logged({ customer })));
    for (const deviceId of Array.from({ length: 8 }, () => randomUUID())) {
      const answers = await Promise.all(
        ["Axolotl Awnings", "Bandicoot Bricks"].map((customer) => log({ customer, deviceId })),
      );
      expect(answers.filter(({ logged: one }) => one)).toHaveLength(1);
      expect(answers).toContainEqual(
        expect.objectContaining({ message: expect.stringMatching(/logged once already/) }),
      );
    }
  });

  it("is known whatever became of its customer, its stage and itself, and adds nothing", async () => {
    const said = {
      customer: "Rhino Rentals",
      stage: stageId("Demo given"),
      note: "once",
      contactName: "Thandi",
      deviceId: randomUUID(),
    };
    const { id, customerId } = await logged(said);
    const { db } = database;
    const count = await db.$count(customers);
    const stage = eq(stages.id, cast.stages["Demo given"]);
    await db.update(customers).set({ archivedAt: now }).where(eq(customers.id, customerId));
    expect((await log(said)).logged?.id).toBe(id);
    const renamed = { name: "Zebra Zips", nameKey: nameKey("Zebra Zips"), archivedAt: null };
    await db.update(customers).set(renamed).where(eq(customers.id, customerId));
    expect((await log(said)).logged?.id).toBe(id);
    await db.update(stages).set({ archivedAt: now }).where(stage);
    expect((await log(said)).logged?.id).toBe(id);
    await db.update(stages).set({ archivedAt: null }).where(stage);
    await db.update(conversations).set({ note: "corrected" }).where(eq(conversations.id, id));
    expect((await log(said)).logged?.id).toBe(id);
    expect(await db.$count(customers)).toBe(count);
  });

  it("under a device id of somebody else says nothing of theirs", async () => {
    const said = { customer: "Serval Signs", note: "once", deviceId: randomUUID() };
    await logged(said);
    const answer = await log(said, cast.ben);
    expect(answer).toMatchObject({ message: expect.any(String) });
    expect(answer).not.toHaveProperty("more.loggedId");
  });
});

it("the deal and the contact named at a customer merged meanwhile are those that came along with it", async () => {
  const sale = { stage: stageId("Demo given"), deal: "named", dealName: "Fleet", contactName: "Lerato" };
  const [into, from] = [
    await logged({ customer: "Xhosa Xylophones", ...sale }),
    await logged({ customer: "Yellowwood Yarns", ...sale }),
  ];
  for (const { contactId } of [into, from])
    await database.db
      .update(contacts)
      .set({ email: `${contactId}@example.com` })
      .where(eq(contacts.id, contactId as number));
  const pair = { fromId: from.customerId, intoId: into.customerId };
  await mergeCustomers(database.db, { ...pair, actor: cast.cara, now });
  const { customerId, dealId, contactId } = { ...from, customerId: into.customerId };
  const chosen = { customerId: String(from.customerId), shownCustomer: "Yellowwood Yarns" };
  for (const of of [{}, chosen])
    expect(await logged({ customer: "Yellowwood Yarns", ...of, ...sale })).toMatchObject({
      ...{ customerId, dealId, contactId },
    });
  const { dealId: ownDeal, contactId: own } = into;
  expect(await logged({ customer: "Xhosa Xylophones", ...sale })).toMatchObject({
    ...{ customerId, dealId: ownDeal, contactId: own },
  });
});

it("what is still to be asked leaves no new customer behind", async () => {
  const earlier = await logged({ customer: "Tsessebe Tyres" });
  const said = { customer: "Umbrella Thorn", customerChoice: "new", followsUp: String(earlier.id) };
  expect((await refused(said)).message).toMatch(/no longer there/);
  const added = eq(customers.nameKey, nameKey("Umbrella Thorn"));
  expect(await database.db.$count(customers, added)).toBe(0);
});

it("a conversation follows up on one of its day or an earlier one", async () => {
  const { id, customerId } = await logged({ customer: "Vervet Vans", date: "2026-06-20", time: "" });
  const said = { customer: "Vervet Vans", followsUp: String(id), time: "" };
  expect(await refused({ ...said, date: "2026-06-19" })).toMatchObject({
    errors: { date: expect.stringContaining("of a later day") },
  });
  expect(await logged({ ...said, date: "2026-06-20" })).toMatchObject({ customerId, followsUpId: id });
});

it("a deal without a stage is refused, as an amount is", async () => {
  for (const deal of [{ deal: "new" }, { deal: "named", dealName: "Fleet" }])
    expect((await refused({ customer: "Wagtail Wines", ...deal })).errors.deal).toMatch(/choose the stage/);
  expect((await logged({ customer: "Wagtail Wines" })).dealId).toBeNull();
});

it("without a stage a deal that the form began with is left out, another one is refused", async () => {
  const sale = { customer: "Weaver Wheels", stage: stageId("Contact made") };
  const first = await logged({ ...sale, date: "2026-06-01" });
  const second = await logged({ ...sale, deal: "new", date: "2026-06-02" });
  const shown = { customer: "Weaver Wheels", deal: String(first.dealId), shownDeal: String(first.dealId) };
  expect((await logged(shown)).dealId).toBeNull();
  expect((await refused({ ...shown, deal: String(second.dealId) })).errors.deal).toMatch(/choose the stage/);
  expect((await logged({ ...shown, stage: stageId("Won") })).dealId).toBe(first.dealId);
});
