import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { members, sessions, team } from "@/db/schema";
import { memberOfToken } from "@/lib/auth/api-token";
import { passwordMatches } from "@/lib/auth/password";
import { startSession } from "@/lib/auth/session";
import { runChild } from "@/scripts/child-process.mjs";
import { projectRoot } from "@/scripts/project-root.mjs";
import { commandEnvironment, commandLine } from "@/scripts/run-command.mjs";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { runScript } from "@/tests/support/start-script";

vi.setConfig({ testTimeout: 30_000 });

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(() => test.drop());

const run = (name: string, args: string[], input?: string) =>
  runScript(`scripts/${name}.ts`, ["--", ...args], test.env, input);

const wanted = ["--team", "Highveld", "--currency", "ZAR", "--time-zone", "Africa/Johannesburg"];
const admin = ["--admin-email", "thandi@example.com"];

it("says every wrong option of set-up in a sentence and changes nothing", async () => {
  const said = await run("set-up", ["--currency", "RAND", "--admin-password", "short", "--locale", "?"]);
  expect(said.status).toBe(1);
  expect(said.stdout).toBe("");
  expect(said.stderr.split("\n").map((line) => line.split(":")[0])).toEqual([
    "--team",
    "--currency",
    "--time-zone",
    "--admin-email",
    "--admin-password",
    "--locale",
  ]);
  expect(await run("set-up", ["--teem", "x"])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Unknown option '--teem'\.\nnpm run set-up -- --team NAME .*$/),
  });
  expect(await test.db.$count(team)).toBe(0);
});

it("is started by npm run as by these tests", async () => {
  const { env } = test;
  const asked = await runChild(process.execPath, commandLine("set-up", ["--teem", "x"]), {
    cwd: projectRoot,
    env: { ...env, ...commandEnvironment, DATABASE_URL: "" },
  });
  expect(asked).toMatchObject({ status: 1, stdout: "" });
  expect(asked.output).toMatch(/^Unknown option '--teem'\.\nnpm run set-up -- .*\n$/);
});

it("of a place without a team is told where it is looked for", async () => {
  const place = { ...test.env, PIPELOG_DATA: "/srv/other" };
  const commands = [
    ["token", "--name", "x"],
    ["token", "--name", "x", "--email", "thandi@example.com"],
    ["reset-password", "--email", "thandi@example.com"],
  ] as const;
  for (const [name, ...args] of commands)
    expect(await runScript(`scripts/${name}.ts`, args, place)).toMatchObject({
      status: 1,
      stderr:
        "There is no team in /srv/other. If yours is kept elsewhere, give PIPELOG_DATA (or DATABASE_URL); else set it up first: npm run set-up",
    });
});

it("sets the team up once, with the password on standard input", async () => {
  const typed = ["--time-zone", "africa/johannesburg"];
  expect(await run("set-up", [...wanted, ...typed, ...admin], "correct horse battery\n")).toMatchObject({
    status: 0,
    stdout: "Highveld is set up; thandi@example.com is its first admin.",
  });
  expect(await test.db.select().from(team)).toMatchObject([
    { timeZone: "Africa/Johannesburg", locale: "en-ZA", firstDayOfWeek: 7 },
  ]);
  const again = await run("set-up", [...wanted, ...admin, "--admin-password", "another password"]);
  expect(again).toMatchObject({ status: 1, stderr: "The team has already been set up. Sign in instead." });
});

it("makes a token, which is its last line", async () => {
  const { status, stdout } = await run("token", ["--name", "Wall screen"]);
  expect(status).toBe(0);
  const headers = { authorization: `Bearer ${stdout.split("\n").at(-1)}` };
  const asked = new Request("http://localhost/api/v1/overview", { headers });
  expect(await memberOfToken(test.db, asked)).toMatchObject({ email: "thandi@example.com" });
  expect(await run("token", [])).toMatchObject({ status: 1, stdout: "" });
});

it("resets a password to a random one and signs the member out everywhere", async () => {
  const [member] = await test.db.select().from(members);
  await startSession(test.db, { memberId: member?.id ?? 0, userAgent: null, now: new Date() });
  const { status, stdout } = await run("reset-password", ["--email", "Thandi@Example.com"]);
  expect(status).toBe(0);
  const password = /: (\S+)$/.exec(stdout)?.[1] ?? "";
  const [after] = await test.db.select().from(members);
  expect(await passwordMatches(after?.passwordHash ?? undefined, password)).toBe(true);
  expect(await test.db.$count(sessions)).toBe(0);
  expect(await run("reset-password", ["--email", "nobody@example.com"])).toMatchObject({
    status: 1,
    stderr: "Nobody of the team has the e-mail nobody@example.com.",
  });
});
