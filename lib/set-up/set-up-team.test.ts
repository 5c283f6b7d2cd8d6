import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listChannels } from "@/db/queries/log-choices";
import { auditLog, members, setUpCode, stageSettings, stages, team } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { refusalOfSetUpCode } from "./check-set-up-code";
import { issueSetUpCode } from "./issue-set-up-code";
import { AlreadySetUpError, setUpTeam } from "./set-up-team";

const secret = "a secret of at least thirty-two characters";
const now = new Date("2026-03-02T09:00:00Z");
const wanted = {
  teamName: "Highveld",
  currency: "ZAR",
  timeZone: "Africa/Johannesburg",
  locale: "en-ZA",
  firstDayOfWeek: 1,
  adminName: "Thandi",
  adminEmail: "Thandi@example.com",
  password: "correct horse battery",
};

let test: TestDatabase;
let code: string;

beforeAll(async () => {
  test = await createTestDatabase();
  code = (await issueSetUpCode(test.db)) ?? "";
});

afterAll(() => test.drop());

const refusal = (typed: string, visitor: string) =>
  refusalOfSetUpCode(test.db, secret, { code: typed, visitor }, now);

describe("the set-up code", () => {
  it("is taken however it is written, and no other is", async () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const written = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    expect(await refusal(written, "203.0.113.1")).toBeUndefined();
    expect(await refusal("7KQM-02XD-9ZTA-W4RE", "203.0.113.1")).toMatch(/not the code/);
    expect(JSON.stringify(await test.db.select().from(setUpCode))).not.toContain(code);
  });

  it("is replaced at each start", async () => {
    const before = code;
    code = (await issueSetUpCode(test.db)) ?? "";
    expect(await refusal(before, "203.0.113.2")).toMatch(/not the code/);
    expect(await refusal(code, "203.0.113.2")).toBeUndefined();
  });

  it("is not called wrong when the team is made in the moment it is looked up", async () => {
    const other = await createTestDatabase();
    const theirs = (await issueSetUpCode(other.db)) ?? "";
    let late: Promise<void> | undefined;
    await other.db.transaction(async (tx) => {
      await tx.execute(sql`lock table ${setUpCode}`);
      const asked = { code: theirs, visitor: "203.0.113.5" };
      late = expect(refusalOfSetUpCode(other.db, secret, asked, now)).rejects.toThrow(AlreadySetUpError);
      await vi.waitFor(async () => {
        const waiting = await tx.execute(
          sql`select 1 from pg_locks where not granted and relation = 'set_up_code'::regclass
            and database = (select oid from pg_database where datname = current_database())`,
        );
        expect(waiting).toHaveLength(1);
      }, 20_000);
      await setUpTeam(tx, wanted);
    });
    await late;
    await other.drop();
  });

  it("cannot be guessed quickly", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await refusal("wrong", "203.0.113.3");
    expect(await refusal(code, "203.0.113.3")).toMatch(/Please wait 1 second/);
  });
});

describe("setUpTeam", () => {
  it("leaves nothing behind when the currency is unknown", async () => {
    await expect(setUpTeam(test.db, { ...wanted, currency: "ZZZ" })).rejects.toThrow(/no currency ZZZ/);
    expect(await test.db.$count(members)).toBe(0);
  });

  it("works exactly once, also for five at the same moment", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => setUpTeam(test.db, { ...wanted, teamName: `Team ${index}` })),
    );
    const refused = tries.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(4);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(AlreadySetUpError);

    expect(await test.db.$count(team)).toBe(1);
    expect(await test.db.select().from(members)).toMatchObject([
      { name: "Thandi", nameKey: "thandi", email: "thandi@example.com", role: "admin" },
    ]);
    expect(await test.db.select().from(team)).toMatchObject([{ currency: "ZAR", currencyDigits: 2 }]);
  });

  it("makes the default pipeline with the first row of each stage's history", async () => {
    const made = await test.db.select().from(stages).orderBy(stages.position);
    expect(made.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
      "Contact made: open",
      "Qualified: open",
      "Demo given: open",
      "Proposal sent: open",
      "Negotiation: open",
      "Won: won",
      "Lost: lost",
      "Cancelled: lost",
    ]);
    const history = await test.db.select().from(stageSettings);
    const pairs = (rows: { position: number; outcome: string }[]) =>
      rows.map(({ position, outcome }) => `${position} ${outcome}`).sort();
    expect(pairs(history)).toEqual(pairs(made));
  });

  it("makes the ways to hold a conversation that one chooses from", async () => {
    expect((await listChannels(test.db)).map(({ name }) => name)).toEqual([
      "Phone",
      "Visit",
      "E-mail",
      "Meeting",
      "Message",
    ]);
  });

  it("is written in the audit log without the password, and ends the code", async () => {
    const entries = await test.db.select().from(auditLog);
    expect(entries).toMatchObject([{ act: "set up team", subject: "team" }]);
    expect(JSON.stringify(entries)).not.toMatch(/correct horse|argon2/);
    expect(await test.db.$count(setUpCode)).toBe(0);
    expect(await issueSetUpCode(test.db)).toBeUndefined();
    await expect(refusal(code, "203.0.113.4")).rejects.toThrow("The team has already been set up.");
  });
});
