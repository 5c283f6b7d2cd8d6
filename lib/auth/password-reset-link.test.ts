import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditLog, knownBrowsers, members, passwordResets } from "@/db/schema";
import { removeMember } from "@/lib/members/remove-member";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { takeAttempt } from "./attempt-limits";
import { hashPassword, passwordMatches } from "./password";
import { askForResetLink, makeResetLink, setPasswordByLink } from "./password-reset-link";
import { recogniseBrowser } from "./recognise-browser";
import { resetPassword } from "./reset-password";
import { readSession, startSession } from "./session";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const hour = 3_600_000;
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const gone = "This link is not good any more";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  for (const { id } of [cast.anna, cast.ben])
    await database.db
      .update(members)
      .set({ email: `m${id}@tyres.example`, passwordHash: await hashPassword("blue tyres roll far") })
      .where(eq(members.id, id));
  await database.db.update(members).set({ email: "vera@tyres.example" }).where(eq(members.id, cast.vera.id));
});
afterAll(() => database.drop());

const annasEmail = () => `M${cast.anna.id}@tyres.example`;
const use = (token: string, at = now, password = "four wheels on the road") =>
  setPasswordByLink(database.db, { token, password, now: at });

async function asked() {
  const link = await askForResetLink(database.db, annasEmail(), now);
  if (!link) throw new Error("Anna signs in with a password.");
  return link;
}

test("a link sets a new password one time, and ends every session and every other link of the member", async () => {
  const session = await startSession(database.db, { memberId: cast.anna.id, userAgent: null, now });
  const first = await asked();
  const second = await asked();
  expect(first.to).toEqual({ name: "Anna", address: annasEmail().toLowerCase() });
  expect(JSON.stringify(await database.db.select().from(passwordResets))).not.toContain(first.token);
  const both = await Promise.allSettled([use(first.token), use(first.token)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(use(second.token)).rejects.toThrow(gone);
  expect(await readSession(database.db, session, now)).toBeUndefined();
  const [anna] = await database.db.select().from(members).where(eq(members.id, cast.anna.id));
  expect(await passwordMatches(anna?.passwordHash ?? "", "four wheels on the road")).toBe(true);
  expect(await database.db.select({ act: auditLog.act, by: auditLog.memberId }).from(auditLog)).toEqual([
    { act: "reset password", by: cast.anna.id },
  ]);
});

test("no way in takes the member's own e-mail or the team's name for a password, and the link stays good", async () => {
  const { token } = await asked();
  await expect(use(token, now, annasEmail())).rejects.toThrow("not your name, your e-mail");
  const own = { email: annasEmail(), password: annasEmail(), auditedAs: null };
  await expect(resetPassword(database.db, own)).rejects.toThrow("not your name, your e-mail");
  await use(token);
});

test("the operator's reset ends every session and every link of the member too, and nobody else's", async () => {
  const sessionOf = (memberId: number) => startSession(database.db, { memberId, userAgent: null, now });
  const [annas, bens] = [await sessionOf(cast.anna.id), await sessionOf(cast.ben.id)];
  const bensLink = await makeResetLink(database.db, { actor: cast.cara, now, memberId: cast.ben.id });
  const links = [
    (await asked()).token,
    (await makeResetLink(database.db, { actor: cast.cara, now, memberId: cast.anna.id })).token,
  ];
  const password = "spare wheel in the boot";
  await resetPassword(database.db, { email: annasEmail(), password, auditedAs: null });
  for (const token of links) await expect(use(token)).rejects.toThrow(gone);
  const acts = await database.db
    .select({ act: auditLog.act, by: auditLog.memberId, of: auditLog.subjectId })
    .from(auditLog)
    .orderBy(auditLog.id);
  expect(acts.slice(-2)).toEqual([
    { act: "make password link", by: cast.cara.id, of: String(cast.anna.id) },
    { act: "reset password", by: null, of: String(cast.anna.id) },
  ]);
  expect(await readSession(database.db, annas, now)).toBeUndefined();
  expect(await readSession(database.db, bens, now)).toBeDefined();
  expect(await use(bensLink.token)).toMatchObject({ name: "Ben" });
});

test("unknown, expired and of a removed member is the same refusal; nobody without a password gets a link", async () => {
  await expect(use("made up")).rejects.toThrow(gone);
  const { token } = await asked();
  await expect(use(token, later(hour))).rejects.toThrow(gone);
  const annaLeft = (removedAt: Date | null) =>
    database.db.update(members).set({ removedAt }).where(eq(members.id, cast.anna.id));
  await annaLeft(now);
  await expect(use(token), "though nobody took the link back").rejects.toThrow(gone);
  await annaLeft(null);
  const byCara = { actor: cast.cara, now };
  const made = await makeResetLink(database.db, { ...byCara, memberId: cast.ben.id });
  await askForResetLink(database.db, annasEmail(), later(hour));
  expect(await database.db.$count(passwordResets), "one that has ended is forgotten").toBe(2);
  expect(await askForResetLink(database.db, "nobody@tyres.example", now)).toBeUndefined();
  expect(await askForResetLink(database.db, "vera@tyres.example", now)).toBeUndefined();
  await removeMember(database.db, { ...byCara, memberId: cast.ben.id, version: 1 });
  await expect(use(made.token)).rejects.toThrow(gone);
});

test("an admin makes a link good for a day, of members who have a password; nobody else does", async () => {
  const make = (actor: { id: number; role: "admin" | "member" | "viewer" }, memberId: number) =>
    makeResetLink(database.db, { actor, now, memberId });
  const { name, token } = await make(cast.cara, cast.anna.id);
  expect(name).toBe("Anna");
  await expect(use(token, later(24 * hour))).rejects.toThrow(gone);
  expect(await use(token, later(23 * hour))).toMatchObject({ name: "Anna" });
  await expect(make(cast.cara, cast.vera.id)).rejects.toThrow("does not sign in with a password");
  await expect(make(cast.cara, cast.ben.id)).rejects.toThrow("no such member");
  for (const actor of [cast.anna, cast.vera])
    await expect(make(actor, cast.anna.id)).rejects.toThrow("Only an admin");
});

test("asking is slowed down per e-mail, after three at once", async () => {
  const ask = (of: string) =>
    takeAttempt(
      database.db,
      "key",
      [
        { kind: "reset e-mail", of },
        { kind: "reset address", of: "203.0.113.9" },
      ],
      now,
    );
  expect([await ask("a@x.example"), await ask("a@x.example"), await ask("a@x.example")]).toEqual([0, 0, 0]);
  expect(await ask("a@x.example")).toBeGreaterThan(0);
  expect(await ask("b@x.example")).toBe(0);
});

test("a browser is new to a member unless it is the first of all or was seen within 400 days", async () => {
  const day = 24 * hour;
  const isNew = async (key: string | undefined, at = now) =>
    (await recogniseBrowser(database.db, { memberId: cast.cara.id, key, now: at })).isNew;
  expect([await isNew("phone"), await isNew("phone"), await isNew("laptop")]).toEqual([false, false, true]);
  expect([await isNew("laptop"), await isNew(undefined), await isNew(undefined)]).toEqual([
    false,
    true,
    true,
  ]);
  const annas = (key: string) => recogniseBrowser(database.db, { memberId: cast.anna.id, key, now });
  expect([await annas("tablet"), await annas("phone")]).toEqual([{ isNew: false }, { isNew: true }]);
  expect(await isNew("phone", later(399 * day))).toBe(false);
  expect(await isNew("laptop", later(450 * day))).toBe(true);
  expect(await isNew("phone", later(800 * day)), "those of long ago are forgotten").toBe(true);
  const ofCara = eq(knownBrowsers.memberId, cast.cara.id);
  expect([await database.db.$count(knownBrowsers, ofCara), await database.db.$count(knownBrowsers)]).toEqual([
    2, 4,
  ]);
  expect(JSON.stringify(await database.db.select().from(knownBrowsers))).not.toContain("laptop");
});
