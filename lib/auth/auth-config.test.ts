import { Auth, type AuthConfig, raw, skipCSRFCheck } from "@auth/core";
import { CallbackRouteError, CredentialsSignin } from "@auth/core/errors";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { members, sessions } from "@/db/schema";
import { logger } from "@/lib/logger";
import { setUpTeam } from "@/lib/set-up/set-up-team";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { hashOfToken } from "./secret-token";

const password = "correct horse battery";

let test: TestDatabase;
let config: AuthConfig;
let closePool: () => Promise<void>;

beforeAll(async () => {
  test = await createTestDatabase();
  await setUpTeam(test.db, {
    teamName: "Highveld",
    currency: "ZAR",
    timeZone: "Africa/Johannesburg",
    locale: "en-ZA",
    firstDayOfWeek: 1,
    adminName: "Thandi",
    adminEmail: "thandi@example.com",
    password,
  });
  Object.assign(process.env, test.env, {
    DATABASE_URL: "",
    AUTH_SECRET: "x".repeat(32),
    LOG_LEVEL: "silent",
  });
  const { sql } = await import("@/db/client");
  closePool = () => sql.end();
  config = (await import("./auth-config")).authConfig();
});

afterAll(async () => {
  await closePool();
  await test.drop();
});

function signIn(tried: string) {
  const request = new Request("http://localhost/api/auth/callback/credentials", {
    method: "POST",
    headers: { "x-forwarded-for": "203.0.113.9", "user-agent": "Firefox" },
    body: new URLSearchParams({ email: "thandi@example.com", password: tried }),
  });
  return Auth(request, { ...config, raw, skipCSRFCheck });
}

async function tokenOf(answer: Awaited<ReturnType<typeof signIn>>) {
  return answer.cookies?.find((cookie) => cookie.name === "pipelog-session")?.value ?? "";
}

function sessionOf(token: string) {
  const request = new Request("http://localhost/api/auth/session", {
    headers: { cookie: `pipelog-session=${token}` },
  });
  return Auth(request, { ...config, raw, skipCSRFCheck });
}

describe("the sign-in library", () => {
  it("issues a token of ours, known by its hash, and asks the database who it is", async () => {
    const token = await tokenOf(await signIn(password));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await test.db.select().from(sessions)).toMatchObject([
      { tokenHash: hashOfToken(token), userAgent: "Firefox" },
    ]);

    const known = await sessionOf(token);
    expect(known.body).toMatchObject({ user: { name: "Thandi", email: "thandi@example.com" } });
    expect(await tokenOf(known)).toBe(token);
    expect(await test.db.$count(sessions)).toBe(1);

    await test.db.delete(sessions);
    expect((await sessionOf(token)).body).toBeNull();
  });

  it("starts the session of who comes from the issuer with their browser too", async () => {
    const { id } = (await test.db.select({ id: members.id }).from(members))[0] ?? {};
    const user = { id: String(id), userAgent: "Firefox at the issuer" };
    const token = await config.callbacks?.jwt?.({ token: { sub: user.id }, user, account: null });
    await config.jwt?.encode?.({ token: token ?? {}, secret: "", salt: "" });
    expect(await test.db.select().from(sessions)).toMatchObject([{ userAgent: "Firefox at the issuer" }]);
  });

  it("answers over HTTP neither a password, which is an action of ours, nor an issuer there is none of", async () => {
    const { GET, POST } = await import("@/app/api/auth/[...auth]/route");
    const asked = (name: string, init?: RequestInit) =>
      [
        new Request(`http://localhost/api/auth/callback/${name}`, init),
        { params: Promise.resolve({ auth: ["callback", name] }) },
      ] as const;
    const body = new URLSearchParams({ email: "thandi@example.com", password });
    expect((await POST(...asked("credentials", { method: "POST", body }))).status).toBe(404);
    const logged = vi.spyOn(logger, "error");
    expect((await GET(...asked("oidc"))).status).toBe(404);
    expect(logged).not.toHaveBeenCalled();
  });

  it("throws a wrong password apart from an outage", async () => {
    await expect(signIn("wrong password")).rejects.toBeInstanceOf(CredentialsSignin);
    await test.sql.unsafe("alter table members rename to members_gone");
    const outage = signIn(password);
    await expect(outage).rejects.toBeInstanceOf(CallbackRouteError);
    await test.sql.unsafe("alter table members_gone rename to members");
  });
});
