import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updatePasswordHash } from "@/db/queries/logins";
import { deleteExpiredSessions, deleteSession } from "@/db/queries/sessions";
import { members, sessions } from "@/db/schema";
import { RuleError } from "@/lib/rule-error";
import { setUpTeam } from "@/lib/set-up/set-up-team";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { onReadOnly } from "@/tests/support/read-only";
import { hashOfToken } from "./secret-token";
import { readSession, startSession } from "./session";
import { storePassword } from "./store-password";

const hour = 3_600_000;
const day = 24 * hour;
const start = new Date("2026-03-02T09:00:00Z");
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

let test: TestDatabase;
let memberId: number;

beforeAll(async () => {
  test = await createTestDatabase();
  const made = await setUpTeam(test.db, {
    teamName: "Highveld",
    currency: "ZAR",
    timeZone: "Africa/Johannesburg",
    locale: "en-ZA",
    firstDayOfWeek: 1,
    adminName: "Thandi",
    adminEmail: "thandi@example.com",
    password: "correct horse battery",
  });
  memberId = made.adminId;
});

afterAll(() => test.drop());

const begin = () => startSession(test.db, { memberId, userAgent: "Firefox", now: start });

async function rowOf(token: string) {
  const [row] = await test.db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, hashOfToken(token)));
  return row;
}

describe("a session", () => {
  it("tells who is signed in, and stores only the hash of an unguessable token", async () => {
    const token = await begin();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(await readSession(test.db, token, start)).toMatchObject({
      member: { id: memberId, name: "Thandi", email: "thandi@example.com", role: "admin" },
      team: { name: "Highveld", timeZone: "Africa/Johannesburg" },
    });
    expect(JSON.stringify(await test.db.select().from(sessions))).not.toContain(token);
    expect(await readSession(test.db, `${token}x`, start)).toBeUndefined();
  });

  it("starts in many browsers at the same moment by the same password", async () => {
    const [member] = await test.db.select().from(members).where(eq(members.id, memberId));
    const passwordHash = member?.passwordHash ?? "";
    const many = Array.from({ length: 20 }, () =>
      startSession(test.db, { memberId, userAgent: "Firefox", now: start, passwordHash }),
    );
    expect(new Set(await Promise.all(many)).size).toBe(20);
  });

  it("starts by a password only while that is the password", async () => {
    const asked = { memberId, userAgent: null, now: start };
    const [member] = await test.db.select().from(members).where(eq(members.id, memberId));
    const passwordHash = member?.passwordHash ?? "";
    expect(await startSession(test.db, { ...asked, passwordHash })).toBeDefined();
    const before = await test.db.$count(sessions);
    const late = startSession(test.db, { ...asked, passwordHash: `${passwordHash}x` });
    await expect(late).rejects.toThrow("changed a moment ago");
    expect(await test.db.$count(sessions)).toBe(before);
  });

  it("waits for a password that is being changed, and does not start by the old one", async () => {
    const asked = { memberId, userAgent: null, now: start };
    const [member] = await test.db.select().from(members).where(eq(members.id, memberId));
    const passwordHash = member?.passwordHash ?? "";
    const late = await test.db.transaction(async (tx) => {
      await storePassword(tx, memberId, "another hash");
      return { starting: startSession(test.db, { ...asked, passwordHash }).catch((error: Error) => error) };
    });
    expect(await late.starting).toBeInstanceOf(RuleError);
    await updatePasswordHash(test.db, memberId, passwordHash);
  });

  it("ends with its row: a replayed token is nobody", async () => {
    const token = await begin();
    const other = await begin();
    await deleteSession(test.db, hashOfToken(token));
    expect(await readSession(test.db, token, start)).toBeUndefined();
    expect(await readSession(test.db, other, start)).toBeDefined();
  });

  it("ends thirty days after the last visit", async () => {
    const token = await begin();
    expect(await readSession(test.db, token, later(20 * day))).toBeDefined();
    expect(await readSession(test.db, token, later(50 * day - 1))).toBeDefined();
    expect(await readSession(test.db, token, later(80 * day))).toBeUndefined();
    const other = await startSession(test.db, { memberId, userAgent: null, now: later(80 * day) });
    await deleteExpiredSessions(test.db, later(80 * day));
    expect(await rowOf(token)).toBeUndefined();
    expect(await rowOf(other)).toBeDefined();
  });

  it("ends 180 days after it began, however often it is used, one of before that was a rule too", async () => {
    const [token, old] = [await begin(), await begin()];
    for (const days of [25, 50, 75, 100, 125, 150, 170])
      expect(await readSession(test.db, token, later(days * day))).toBeDefined();
    expect(await rowOf(token)).toMatchObject({ expiresAt: later(180 * day) });
    expect(await readSession(test.db, token, later(180 * day - 1))).toBeDefined();
    expect(await readSession(test.db, token, later(180 * day))).toBeUndefined();
    const inUse = { lastSeenAt: later(1000 * day), expiresAt: later(1030 * day) };
    await test.db
      .update(sessions)
      .set(inUse)
      .where(eq(sessions.tokenHash, hashOfToken(old)));
    expect(await readSession(test.db, old, later(1001 * day))).toBeUndefined();
  });

  it("writes a visit down at most once an hour", async () => {
    const [token, other] = [await begin(), await begin()];
    await readSession(test.db, token, later(hour - 1));
    expect((await rowOf(token))?.lastSeenAt).toEqual(start);
    await readSession(test.db, token, later(hour));
    expect(await rowOf(token)).toMatchObject({ lastSeenAt: later(hour), expiresAt: later(hour + 30 * day) });
    expect((await rowOf(other))?.lastSeenAt).toEqual(start);
  });

  it("lasts where the database can only be read: the visit is not written down", async () => {
    const token = await begin();
    const signedIn = await onReadOnly(test, (db) => readSession(db, token, later(hour)));
    expect(signedIn).toMatchObject({ member: { id: memberId } });
    expect((await rowOf(token))?.lastSeenAt).toEqual(start);
  });

  it("knows a changed role and a removal at the next request", async () => {
    const token = await begin();
    await test.db.update(members).set({ role: "viewer" }).where(eq(members.id, memberId));
    expect((await readSession(test.db, token, start))?.member.role).toBe("viewer");
    await test.db.update(members).set({ removedAt: start }).where(eq(members.id, memberId));
    expect(await readSession(test.db, token, start)).toBeUndefined();
  });
});
