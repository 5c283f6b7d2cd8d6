import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { getVersion } from "@/db/queries/conversations";
import { countLabelUse, holdLabel, listLabels } from "@/db/queries/labels";
import { getUsualLabels } from "@/db/queries/log-choices";
import { getTeam } from "@/db/queries/team";
import { auditLog, conversations, members } from "@/db/schema";
import { lockImports } from "@/lib/import/import-lock";
import { changeConversation, deleteConversation } from "@/lib/log/change-conversation";
import { correctFromForm } from "@/lib/log/correct-from-form";
import { logConversation } from "@/lib/log/log-conversation";
import { logFromForm } from "@/lib/log/log-from-form";
import { emptyLogValues, logValuesOf } from "@/lib/log/log-values";
import { undoChange } from "@/lib/log/undo-change";
import { changeProfile } from "@/lib/members/change-profile";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { heldUpBy } from "@/tests/support/held-up-by";
import { importText } from "@/tests/support/import-text";
import { untilWaiting } from "@/tests/support/until-waiting";
import { addLabel, archiveLabel, dropLabel, orderLabels, renameLabel, restoreLabel } from "./edit-label";
import { mergeLabel } from "./merge-label";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let customerId: number;
const now = new Date("2026-06-30T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  customerId = await addCustomer(database.db, "Lynx Leasing");
  for (const name of ["Phone", "Telephone", "Visit"])
    await addLabel(database.db, { actor: cast.cara, now, kind: "channel", name });
});
afterAll(() => database.drop());

const who = () => ({ actor: cast.cara, now, kind: "channel" as const });
const list = () => listLabels(database.db, "channel");
const into = ({ labelId, version }: { labelId: number; version: number }) => ({
  intoId: labelId,
  intoVersion: version,
});
async function named(name: string) {
  const label = (await list()).find((each) => each.name === name);
  if (!label) throw new Error(`No channel ${name}.`);
  return { ...who(), labelId: label.id, version: label.version };
}

test("names are unique, archived ones too; only an admin changes them, in the version they saw", async () => {
  const { db } = database;
  await expect(addLabel(db, { ...who(), name: " phone " })).rejects.toThrow(
    "There is a channel “Phone” already.",
  );
  for (const actor of [cast.anna, cast.vera])
    await expect(addLabel(db, { ...who(), actor, name: "Fax" })).rejects.toThrow("Only an admin");
  const visit = await named("Visit");
  await archiveLabel(db, visit);
  await expect(addLabel(db, { ...who(), name: "Visit" })).rejects.toThrow("restore it");
  await expect(renameLabel(db, { ...visit, name: "Call-in" })).rejects.toThrow(
    "You have changed this channel",
  );
  await restoreLabel(db, await named("Visit"));
  await renameLabel(db, { ...(await named("Visit")), name: "On site" });
  const [entry] = await db.select().from(auditLog).where(eq(auditLog.act, "rename channel"));
  expect(entry).toMatchObject({
    before: { name: "Visit" },
    after: { name: "On site" },
    memberId: cast.cara.id,
  });
});

test("an order is kept, and refused to whoever saw another one", async () => {
  const { db } = database;
  const seen = (await list()).map(({ id }) => id);
  await orderLabels(db, { ...who(), seen, wanted: seen.toReversed() });
  expect((await list()).map(({ name }) => name)).toEqual(["On site", "Telephone", "Phone"]);
  await expect(orderLabels(db, { ...who(), seen, wanted: seen })).rejects.toThrow("changed the channels");
  const now = (await list()).map(({ id }) => id);
  await expect(orderLabels(db, { ...who(), seen: now, wanted: now.slice(1) })).rejects.toThrow(
    "not an order",
  );
});

test("saving what is there already writes nothing: no version, no entry of the audit log", async () => {
  const { db } = database;
  const entries = await db.$count(auditLog);
  const before = await list();
  const phone = await named("Phone");
  await renameLabel(db, { ...phone, name: " Phone" });
  await restoreLabel(db, phone);
  const seen = before.map(({ id }) => id);
  await orderLabels(db, { ...who(), seen, wanted: seen });
  expect(await list()).toEqual(before);
  expect(await db.$count(auditLog)).toBe(entries);
});

test("a merge moves conversations with a version each and members' usual one; of two admins one is told", async () => {
  const { db } = database;
  const [phone, telephone] = [await named("Phone"), await named("Telephone")];
  const logging = { actor: cast.anna, timeZone: cast.timeZone, now };
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-05-04", channelId: phone.labelId });
  const { id } = await logConversation(db, entry, logging);
  await db.update(members).set({ defaultChannelId: phone.labelId }).where(eq(members.id, cast.anna.id));
  const other = await logConversation(db, entry, logging);
  const corrected = { conversationId: other.id, version: 1, actor: cast.cara, now };
  await changeConversation(db, corrected, "corrected", async () => ({ channelId: null }));
  const deleted = await logConversation(db, entry, logging);
  await deleteConversation(db, { ...corrected, conversationId: deleted.id });
  expect(await countLabelUse(db, "channel", phone.labelId)).toEqual({
    conversations: 1,
    customers: 1,
    members: 1,
  });
  const merge = { ...phone, ...into(telephone) };
  const attempts = await Promise.allSettled([mergeLabel(db, merge), mergeLabel(db, merge)]);
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await getVersion(db, id, 2)).toMatchObject({ act: "merged", channelId: telephone.labelId });
  await expect(undoChange(db, { conversationId: id, version: 2, actor: cast.cara, now })).rejects.toThrow(
    "merged into another",
  );
  expect(await getUsualLabels(db, cast.anna.id)).toEqual({ channel: String(telephone.labelId), topic: "" });
  const undone = await undoChange(db, { ...corrected, version: 2 });
  expect(undone.channelId, "what it was has become the other one").toBe(telephone.labelId);

  // Whoever had the form open, types the old name or imports it means the other one.
  const team = await getTeam(db);
  if (!team) throw new Error("The cast has a team.");
  const member = { ...cast.cara, name: "Cara", email: null };
  const present = { member, team, today: "2026-06-30" };
  const said = { ...emptyLogValues, customer: "Lynx Leasing", note: "Rang", heldBy: String(cast.anna.id) };
  for (const values of [
    { ...said, channel: String(phone.labelId) },
    { ...said, channelName: "PHONE" },
  ]) {
    const { logged } = await logFromForm(db, values, present, now);
    expect(logged?.channelId).toBe(telephone.labelId);
  }
  const shown = logValuesOf({ ...undone, withWhom: null }, team);
  const correction = {
    conversationId: other.id,
    version: 3,
    values: { ...shown, channel: String(phone.labelId) },
  };
  const { saved } = await correctFromForm(db, correction, present, now);
  expect(saved?.channelId).toBe(telephone.labelId);
  const file = "reference,customer,date,how\nr1,Lynx Leasing,2026-05-05,phone\n";
  for (const outcome of [{ added: 1 }, { unchanged: 1 }]) {
    const { report } = await importText(db, "conversations", file, { memberId: cast.cara.id });
    expect(report).toMatchObject(outcome);
  }
  const [imported] = await db.select().from(conversations).where(eq(conversations.reference, "r1"));
  expect(imported?.channelId).toBe(telephone.labelId);
  await expect(addLabel(db, { ...who(), name: "Phone" })).rejects.toThrow("merged into “Telephone”");
});

test("while one is merged others go on logging; who writes it waits and means the other one", async () => {
  const { db } = database;
  for (const name of ["Skype", "Teams", "Letter"]) await addLabel(db, { ...who(), name });
  const [skype, teams, letter] = [await named("Skype"), await named("Teams"), await named("Letter")];
  const team = await getTeam(db);
  if (!team) throw new Error("The cast has a team.");
  const present = { member: { ...cast.cara, name: "Cara", email: null }, team, today: "2026-06-30" };
  const said = { ...emptyLogValues, customer: "Lynx Leasing", note: "Rang", heldBy: String(cast.cara.id) };
  const log = (label: string) => logFromForm(db, { ...said, channel: label }, present, now);
  const { logged } = await log(String(skype.labelId));
  if (!logged) throw new Error("Nothing is still to be said.");
  const values = { ...logValuesOf({ ...logged, withWhom: null }, team), note: "Rang twice" };
  const correct = (version: number) =>
    correctFromForm(db, { conversationId: logged.id, version, values }, present, now);
  const { waited } = await db.transaction(async (tx) => {
    await mergeLabel(tx, { ...skype, ...into(teams) });
    expect(await log(String(letter.labelId))).toMatchObject({ logged: { channelId: letter.labelId } });
    await addCustomer(db, "Oryx Outfitters");
    const elsewhere = { ...said, customer: "Oryx Outfitters", channel: String(skype.labelId) };
    const waited = Promise.all([correct(1), logFromForm(db, elsewhere, present, now)]);
    await untilWaiting(db, 2);
    return { waited };
  });
  const [corrected, renamed] = await waited;
  expect(corrected).toMatchObject({ version: 2, more: { meanwhile: { changes: [{ fact: "How" }] } } });
  expect(renamed).toMatchObject({ logged: { channelId: teams.labelId } });
  expect(await correct(2)).toMatchObject({ saved: { version: 3, note: "Rang twice" } });
});

test("one that was never used can go for good; one that a conversation carries or carried cannot", async () => {
  const { db } = database;
  await addLabel(db, { ...who(), name: "Pigeon" });
  const pigeon = await named("Pigeon");
  await db.update(members).set({ defaultChannelId: pigeon.labelId }).where(eq(members.id, cast.ben.id));
  await expect(dropLabel(db, { ...pigeon, actor: cast.anna })).rejects.toThrow("admin");
  await dropLabel(db, pigeon);
  expect((await list()).some(({ name }) => name === "Pigeon")).toBe(false);
  expect(await getUsualLabels(db, cast.ben.id)).toEqual({ channel: "", topic: "" });
  const { labelId: telephone } = await named("Telephone");
  expect((await getUsualLabels(db, cast.anna.id)).channel, "another's stays").toBe(String(telephone));
  expect((await list()).find(({ name }) => name === "Phone")?.mergedInto).toBe("Telephone");
  const [entry] = await db.select().from(auditLog).where(eq(auditLog.act, "drop channel"));
  expect(entry).toMatchObject({ before: { name: "Pigeon" }, memberId: cast.cara.id });
  await expect(dropLabel(db, await named("Phone")), "only an earlier version has it").rejects.toThrow(
    "in use",
  );
});

test("one that is being written into a conversation is in use, and none is changed while an import runs", async () => {
  const { db } = database;
  await addLabel(db, { ...who(), name: "Telex" });
  const telex = await named("Telex");
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-05-04", channelId: telex.labelId });
  const log = async (tx: Database) => {
    await holdLabel(tx, "channel", telex.labelId);
    await logConversation(tx, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
  };
  await expect(heldUpBy(db, log, () => dropLabel(db, telex))).rejects.toThrow("in use");
  await db.transaction(async (tx) => {
    await lockImports(tx);
    await expect(archiveLabel(db, telex)).rejects.toThrow("An import is running");
  });
});

test("saved as one's usual one while it is merged, it is the other", async () => {
  const { db } = database;
  for (const name of ["Cable", "Wire"]) await addLabel(db, { ...who(), name });
  const [cable, wire] = [await named("Cable"), await named("Wire")];
  const saved = {
    ...{ memberId: cast.anna.id, version: 1, name: "Anna" },
    ...{ appearance: "system" as const, singleKeys: true },
    ...{ defaultChannelId: cable.labelId, defaultTopicId: null },
  };
  await heldUpBy(
    db,
    (tx) => mergeLabel(tx, { ...cable, ...into(wire) }),
    () => changeProfile(db, saved),
  );
  expect(await getUsualLabels(db, cast.anna.id)).toEqual({ channel: String(wire.labelId), topic: "" });
  const [told] = await db.select().from(auditLog).where(eq(auditLog.act, "change defaults"));
  expect(told).toMatchObject({ after: { defaultChannelId: wire.labelId } });
});

test("none is merged into itself, one that is archived or one that was renamed since it was shown", async () => {
  const { db } = database;
  for (const name of ["Chat", "Messenger", "Pager"]) await addLabel(db, { ...who(), name });
  const chat = await named("Chat");
  await expect(mergeLabel(db, { ...chat, ...into(chat) })).rejects.toThrow("into itself");
  await archiveLabel(db, await named("Pager"));
  await expect(mergeLabel(db, { ...chat, ...into(await named("Pager")) })).rejects.toThrow(
    "“Pager” is archived.",
  );
  const merge = { ...chat, ...into(await named("Messenger")) };
  await renameLabel(db, { ...(await named("Messenger")), name: "Do not use" });
  await expect(mergeLabel(db, { ...merge, actor: cast.cara })).rejects.toThrow(
    "You have changed “Do not use” meanwhile. This is what it would do now.",
  );
  expect((await list()).find(({ name }) => name === "Chat")?.mergedInto).toBeNull();
  await mergeLabel(db, { ...merge, ...into(await named("Do not use")) });
  expect((await list()).find(({ name }) => name === "Chat")?.mergedInto).toBe("Do not use");
});

test("merged into one that is merged on, a channel leads to the last of them", async () => {
  const { db } = database;
  for (const name of ["Fax", "Telefax"]) await addLabel(db, { ...who(), name });
  const [telefax, telephone] = [await named("Telefax"), await named("Telephone")];
  await mergeLabel(db, { ...(await named("Fax")), ...into(telefax) });
  await mergeLabel(db, { ...telefax, ...into(telephone) });
  expect((await list()).find(({ name }) => name === "Chat")?.mergedInto).toBe("Do not use");
  expect((await list()).find(({ name }) => name === "On site")?.mergedInto).toBeNull();
  const file = "reference,customer,date,how\nr2,Lynx Leasing,2026-05-06,fax\n";
  await importText(db, "conversations", file, { memberId: cast.cara.id });
  const [imported] = await db.select().from(conversations).where(eq(conversations.reference, "r2"));
  expect(imported?.channelId).toBe(telephone.labelId);
});

test("what is being written of one that was merged before moves along with the one it became", async () => {
  const { db } = database;
  for (const name of ["SMS", "Text", "Message"]) await addLabel(db, { ...who(), name });
  const [sms, message] = [await named("SMS"), await named("Message")];
  await mergeLabel(db, { ...sms, ...into(await named("Text")) });
  const text = await named("Text");
  let id = 0;
  await heldUpBy(
    db,
    (tx) => holdLabel(tx, "channel", sms.labelId),
    () => mergeLabel(db, { ...text, ...into(message) }),
    async (tx) => {
      const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-05-04", channelId: text.labelId });
      ({ id } = await logConversation(tx, entry, { actor: cast.anna, timeZone: cast.timeZone, now }));
    },
  );
  expect(await getVersion(db, id, 2)).toMatchObject({ act: "merged", channelId: message.labelId });
});
