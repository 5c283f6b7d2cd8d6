import { verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { members, signInFailures } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { checkCredentials } from "./check-credentials";
import { hashPassword } from "./password";

// Watched only: it does what it does.
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const argon2 = await importOriginal<typeof import("@node-rs/argon2")>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

const secret = "a secret of at least thirty-two characters";
const now = new Date("2026-03-02T09:00:00Z");
const password = "correct horse battery";

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  const passwordHash = await hashPassword(password);
  await test.db.insert(members).values([
    { name: "Thandi", nameKey: "thandi", email: "Thandi@example.com", role: "admin", passwordHash },
    { name: "Gone", nameKey: "gone", email: "gone@example.com", role: "admin", passwordHash, removedAt: now },
    { name: "Invited", nameKey: "invited", email: "invited@example.com", role: "member" },
  ]);
});

beforeEach(() => test.db.delete(signInFailures));

afterAll(() => test.drop());

function attempt(email: string, tried: string, address = "203.0.113.9") {
  return checkCredentials(test.db, secret, { email, password: tried, address }, now);
}

describe("checkCredentials", () => {
  it("knows a member by e-mail in any case", async () => {
    expect(await attempt(" thandi@EXAMPLE.com ", password)).toMatchObject({ kind: "member", name: "Thandi" });
  });

  it("answers a wrong password, an unknown e-mail, a removed member and one without login alike", async () => {
    const answers = await Promise.all([
      attempt("thandi@example.com", "wrong password"),
      attempt("nobody@example.com", password),
      attempt("gone@example.com", password),
      attempt("invited@example.com", password),
      attempt("", password),
      attempt("thandi@example.com", "x".repeat(100_000)),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"wrong"}']));
  });

  it("hashes for an unknown e-mail too, at the cost of a stored password", async () => {
    const workFor = async (email: string) => {
      vi.mocked(verify).mockClear();
      await attempt(email, "wrong password");
      return vi.mocked(verify).mock.calls.map(([hash]) => {
        const [, kind, version, cost, salt = "", output = ""] = String(hash).split("$");
        return { kind, version, cost, salt: salt.length, output: output.length };
      });
    };
    const known = await workFor("thandi@example.com");
    expect(known).toMatchObject([{ kind: "argon2id", cost: "m=19456,t=2,p=1" }]);
    for (const email of ["nobody@example.com", "gone@example.com", "invited@example.com"])
      expect(await workFor(email), email).toEqual(known);
  });

  it.each(["thandi@example.com", "nobody@example.com"])(
    "slows %s down after five failures",
    async (email) => {
      for (let failure = 0; failure < 5; failure += 1) {
        expect(await attempt(email, "wrong password", `203.0.113.${failure}`)).toEqual({ kind: "wrong" });
      }
      expect(await attempt(email, password)).toEqual({ kind: "wait", seconds: 1 });
    },
  );

  it("slows an address down that tries many e-mails", async () => {
    for (let failure = 0; failure < 25; failure += 1)
      await attempt(`${failure}@example.com`, "wrong password");
    expect(await attempt("thandi@example.com", password)).toEqual({ kind: "wait", seconds: 1 });
    expect(await attempt("thandi@example.com", password, "198.51.100.1")).toMatchObject({ kind: "member" });
  });

  it("forgets the failures of an e-mail once its password was given", async () => {
    for (let failure = 0; failure < 4; failure += 1) await attempt("thandi@example.com", "wrong password");
    await attempt("thandi@example.com", password);
    for (let failure = 0; failure < 5; failure += 1) {
      expect(await attempt("thandi@example.com", "wrong password")).toEqual({ kind: "wrong" });
    }
  });

  it("stores a password as argon2id with the agreed cost", async () => {
    const [row] = await test.db
      .select({ hash: members.passwordHash })
      .from(members)
      .where(eq(members.name, "Thandi"));
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
