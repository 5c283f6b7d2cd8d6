import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signInFailures } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import {
  type AttemptKey,
  attemptSucceeded,
  giveAttemptBack,
  takeAttempt,
  waitInWords,
} from "./attempt-limits";

const secret = "a secret of at least thirty-two characters";
const start = new Date("2026-03-02T09:00:00Z");
const email: AttemptKey = { kind: "sign-in e-mail", of: "thandi@example.com" };
const address: AttemptKey = { kind: "sign-in address", of: "203.0.113.9" };
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});

beforeEach(() => test.db.delete(signInFailures));

afterAll(() => test.drop());

async function take(keys: AttemptKey[], at: Date): Promise<number> {
  return takeAttempt(test.db, secret, keys, at);
}

async function takeMany(count: number, at = start): Promise<number[]> {
  const waits = await Promise.all(Array.from({ length: count }, () => take([email], at)));
  return waits.sort((a, b) => a - b);
}

describe("takeAttempt", () => {
  it("lets five pass at once, then 1, 2, 4, … seconds apart", async () => {
    expect(await takeMany(5)).toEqual([0, 0, 0, 0, 0]);
    expect(await take([email], start)).toBe(1);
    expect(await take([email], later(1))).toBe(0);
    expect(await take([email], later(2))).toBe(1);
    expect(await take([email], later(3))).toBe(0);
    expect(await take([email], later(3.5))).toBe(4);
  });

  it("lets only five of fifty at the same moment pass", async () => {
    const waits = await takeMany(50);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it("holds nobody up until the day a wrong clock said, once that is put right: forty days ahead it said 57,600 minutes", async () => {
    await takeMany(8, later(40 * 86_400));
    expect(await takeMany(6)).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it("never waits longer than the longest wait, and forgets after a day", async () => {
    let now = start.getTime();
    for (let failure = 0; failure < 30; failure += 1) {
      expect(await take([email], new Date(now))).toBe(0);
      now += 300_000;
    }
    expect(await take([email], new Date(now - 299_000))).toBe(299);
    expect(await takeMany(6, new Date(now + 86_400_000))).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it("takes all keys or none", async () => {
    await takeMany(5);
    expect(await take([email, address], start)).toBe(1);
    expect(await test.db.$count(signInFailures)).toBe(1);
  });

  it("stores no e-mail and no address", async () => {
    await take([email, address], start);
    const rows = await test.db.select().from(signInFailures);
    expect(JSON.stringify(rows)).not.toMatch(/thandi|203\.0/);
  });
});

describe("attemptSucceeded", () => {
  it("lets the e-mail start anew and gives the address back what it took and one failure more", async () => {
    for (let failure = 0; failure < 3; failure += 1) await take([email, address], start);
    await attemptSucceeded(test.db, secret, [email, address], start);
    const rows = await test.db.select().from(signInFailures);
    expect(rows.map((row) => row.failures)).toEqual([1]);
    await attemptSucceeded(test.db, secret, [email], later(86_400));
    expect(await test.db.$count(signInFailures), "what is a day old is forgotten").toBe(0);
  });
});

describe("giveAttemptBack", () => {
  const giveBack = (at: Date) => giveAttemptBack(test.db, secret, [email, address], at);

  it("leaves every key as if the attempt had not been made", async () => {
    for (let failure = 0; failure < 3; failure += 1) await take([email, address], start);
    await giveBack(start);
    const rows = await test.db.select().from(signInFailures);
    expect(rows.map((row) => row.failures)).toEqual([2, 2]);
  });

  it("lets the next be made at once where one had to be waited for, and no other along with it", async () => {
    await takeMany(5);
    expect(await take([email], later(1))).toBe(0);
    await giveBack(later(1));
    expect(await takeMany(5, later(1))).toEqual([0, 2, 2, 2, 2]);
    expect(await take([email], later(3))).toBe(0);
    await giveBack(later(1));
    expect(await take([email], later(3))).toBe(2);
  });
});

it("says the wait in words", () => {
  expect([1, 45, 90, 300].map(waitInWords)).toEqual(["1 second", "45 seconds", "2 minutes", "5 minutes"]);
});
