import { eq, inArray, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getMemberOfIdentity } from "@/db/queries/identities";
import { updatePasswordHash } from "@/db/queries/logins";
import { lockMembers } from "@/db/queries/members-lock";
import { deleteOtherSessionsOf, deleteSessionOf, listSessions } from "@/db/queries/sessions";
import { auditLog, channels, identities, members, topics } from "@/db/schema";
import { changePassword } from "@/lib/auth/change-password";
import { hashPassword, passwordMatches } from "@/lib/auth/password";
import { hashOfToken } from "@/lib/auth/secret-token";
import { readSession, startSession } from "@/lib/auth/session";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { untilWaiting } from "@/tests/support/until-waiting";
import { changeProfile } from "./change-profile";
import { linkIdentity, unlinkIdentities } from "./link-identity";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const secret = "the key of the counted attempts";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  await database.db
    .update(members)
    .set({ email: "vera@tyres.example", passwordHash: await hashPassword("blue tyres roll far") })
    .where(eq(members.id, cast.vera.id));
});
afterAll(() => database.drop());

async function vera() {
  const [row] = await database.db.select().from(members).where(eq(members.id, cast.vera.id));
  if (!row) throw new Error("Vera is of the team.");
  return row;
}

const begin = (userAgent: string) => startSession(database.db, { memberId: cast.vera.id, userAgent, now });

test("a profile is changed by its version, and the audit log knows new names and defaults, not how the app looks", async () => {
  const [channel] = await database.db
    .insert(channels)
    .values({ name: "Phone", nameKey: "phone" })
    .returning();
  const [topic] = await database.db
    .insert(topics)
    .values({ name: "Old", nameKey: "old", archivedAt: now })
    .returning();
  const wanted = {
    memberId: cast.vera.id,
    name: " Vera  ",
    appearance: "dark" as const,
    singleKeys: false,
    defaultChannelId: null,
    defaultTopicId: null,
  };
  await changeProfile(database.db, { ...wanted, version: 1 });
  expect(await vera()).toMatchObject({ name: "Vera", appearance: "dark", singleKeys: false, version: 2 });
  expect(await database.db.$count(auditLog)).toBe(0);
  await expect(changeProfile(database.db, { ...wanted, version: 1 })).rejects.toThrow(
    "changed elsewhere meanwhile",
  );
  await changeProfile(database.db, { ...wanted, name: "Vera Vos", version: 2 });
  expect(await vera()).toMatchObject({ name: "Vera Vos", nameKey: "vera vos" });
  const usual = { ...wanted, name: "Vera Vos", defaultChannelId: channel?.id ?? 0 };
  await changeProfile(database.db, { ...usual, version: 3 });
  const entries = await database.db.select().from(auditLog).orderBy(auditLog.id);
  expect(entries.map(({ act, memberId, before, after }) => ({ act, memberId, before, after }))).toEqual([
    { act: "change name", memberId: cast.vera.id, before: { name: "Vera" }, after: { name: "Vera Vos" } },
    {
      ...{ act: "change defaults", memberId: cast.vera.id },
      ...{ before: { defaultChannelId: null }, after: { defaultChannelId: channel?.id } },
    },
  ]);
  for (const [given, message] of [
    [{ name: " " }, "Enter your name."],
    [{ name: "x".repeat(201) }, "at most 200"],
    [{ defaultTopicId: topic?.id ?? 0 }, "no longer there"],
    [{ defaultChannelId: 999_999 }, "no longer there"],
  ] as const)
    await expect(changeProfile(database.db, { ...wanted, ...given, version: 4 })).rejects.toThrow(message);
});

test("one signs out one browser, the others or all; never somebody else's", async () => {
  const [phone, laptop, office] = [await begin("phone"), await begin("laptop"), await begin("office")];
  const annas = await startSession(database.db, { memberId: cast.anna.id, userAgent: null, now });
  const agents = async (at = now) =>
    (await listSessions(database.db, cast.vera.id, at)).map((each) => each.userAgent);
  expect(await agents(new Date(now.getTime() + 30 * 86_400_000)), "one that has ended is none").toEqual([]);
  await deleteSessionOf(database.db, cast.anna.id, hashOfToken(phone));
  expect(await agents()).toHaveLength(3);
  await deleteSessionOf(database.db, cast.vera.id, hashOfToken(phone));
  expect(await readSession(database.db, phone, now)).toBeUndefined();
  await deleteOtherSessionsOf(database.db, cast.vera.id, hashOfToken(office));
  expect(await agents()).toEqual(["office"]);
  expect(await readSession(database.db, annas, now)).toBeDefined();
  expect(await readSession(database.db, laptop, now)).toBeUndefined();
  expect((await readSession(database.db, office, now))?.member).toMatchObject({ appearance: "dark" });
  expect((await vera()).lastSeenAt).toEqual(now);
  const unseen = await database.db.select({ id: members.id }).from(members).where(isNull(members.lastSeenAt));
  expect(unseen.map(({ id }) => id).toSorted()).toEqual([cast.cara.id, cast.ben.id].toSorted());
  expect((await readSession(database.db, office, new Date(now.getTime() + 3_600_000)))?.member.id).toBe(
    cast.vera.id,
  );
  expect((await vera()).lastSeenAt).toEqual(new Date(now.getTime() + 3_600_000));
});

test("a password is changed by whoever knows it, signs out every other browser, and guesses are slowed down", async () => {
  const kept = await begin("kept");
  const other = await begin("other");
  const change = (current: string) =>
    changePassword(
      database.db,
      secret,
      { memberId: cast.vera.id, current, wanted: "four wheels on the road", keptSession: hashOfToken(kept) },
      now,
    );
  await expect(change("a guess")).rejects.toThrow("not your password");
  await change("blue tyres roll far");
  expect(await passwordMatches((await vera()).passwordHash ?? "", "four wheels on the road")).toBe(true);
  expect(await readSession(database.db, kept, now)).toBeDefined();
  expect(await readSession(database.db, other, now)).toBeUndefined();
  const told = await database.db.select().from(auditLog).where(eq(auditLog.act, "change password"));
  expect(told).toMatchObject([{ memberId: cast.vera.id, subjectId: String(cast.vera.id) }]);
  for (const _ of [1, 2, 3, 4, 5]) await expect(change("a guess")).rejects.toThrow("not your password");
  await expect(change("four wheels on the road")).rejects.toThrow("Too many attempts");
  const email = "Vera@tyres.example";
  await database.db.update(members).set({ email }).where(eq(members.id, cast.vera.id));
  await expect(change("four wheels on the road"), "however it is written").rejects.toThrow(
    "Too many attempts",
  );
  await expect(
    changePassword(
      database.db,
      secret,
      { memberId: cast.anna.id, current: "x", wanted: "four wheels on the road", keptSession: "" },
      now,
    ),
  ).rejects.toThrow("without a password");
});

test("a password that was reset while another was being set stays the one it was reset to", async () => {
  const { db } = database;
  const tomorrow = new Date(now.getTime() + 86_400_001);
  const asked = { memberId: cast.vera.id, current: "four wheels on the road", wanted: "a guess of theirs" };
  const late = await db.transaction(async (tx) => {
    await lockMembers(tx);
    const change = { ...asked, keptSession: "" };
    const changing = changePassword(db, secret, change, tomorrow).catch((error: Error) => error.message);
    await untilWaiting(db);
    await updatePasswordHash(tx, cast.vera.id, "the hash of another");
    return { changing };
  });
  expect(await late.changing).toMatch(/changed somewhere else/);
  expect((await vera()).passwordHash).toBe("the hash of another");
});

test("an account at an issuer is linked to one member, and unlinked while there is a password", async () => {
  const identity = { issuer: "https://login.example", subject: "u-1" };
  const link = (memberId: number, subject = "u-1") =>
    linkIdentity(database.db, { memberId, identity: { ...identity, subject }, now });
  const both = await Promise.allSettled([link(cast.vera.id), link(cast.anna.id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await database.db.delete(identities);
  await link(cast.vera.id);
  await link(cast.vera.id);
  await expect(link(cast.anna.id)).rejects.toThrow("somebody else of the team");
  await expect(link(cast.vera.id, "u-2")).rejects.toThrow("another account there");
  await link(cast.anna.id, "u-3");
  await expect(unlinkIdentities(database.db, cast.anna.id)).rejects.toThrow("your only way in");
  await unlinkIdentities(database.db, cast.vera.id);
  expect(await database.db.select().from(identities)).toMatchObject([{ memberId: cast.anna.id }]);
  const told = await database.db
    .select({ act: auditLog.act, by: auditLog.memberId, before: auditLog.before, after: auditLog.after })
    .from(auditLog)
    .where(inArray(auditLog.act, ["link account", "unlink account"]))
    .orderBy(auditLog.id);
  const linked = { act: "link account", before: null, after: { issuer: identity.issuer } };
  expect(told.slice(1)).toEqual([
    { ...linked, by: cast.vera.id },
    { ...linked, by: cast.anna.id },
    { act: "unlink account", by: cast.vera.id, before: { issuers: [identity.issuer] }, after: null },
  ]);
});

test("who left the team has no profile to change and no account to come in by", async () => {
  const { db } = database;
  const annas = { issuer: "https://login.example", subject: "u-3" };
  expect(await getMemberOfIdentity(db, annas)).toBe(cast.anna.id);
  for (const other of [{ issuer: "https://other.example" }, { subject: "u-4" }])
    expect(await getMemberOfIdentity(db, { ...annas, ...other })).toBeUndefined();
  const [anna] = await db
    .update(members)
    .set({ removedAt: now })
    .where(eq(members.id, cast.anna.id))
    .returning();
  expect(await getMemberOfIdentity(db, annas)).toBeUndefined();
  if (!anna) throw new Error("Anna was of the team.");
  const { version, appearance, singleKeys, defaultChannelId, defaultTopicId } = anna;
  const values = { appearance, singleKeys, defaultChannelId, defaultTopicId, name: "Anna again" };
  const late = changeProfile(db, { memberId: anna.id, version, ...values });
  await expect(late).rejects.toThrow("changed elsewhere meanwhile");
});
