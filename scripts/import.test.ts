import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { auditLog, conversations } from "@/db/schema";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { runScript } from "@/tests/support/start-script";

vi.setConfig({ testTimeout: 60_000 });

let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "import-"));
});

afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => runScript("scripts/import.ts", ["--", ...args], test.env);

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

it("says in one sentence what is wrong with the command", async () => {
  const none = join(folder, "none.csv");
  const some = await file("some.csv", "customer\n");
  expect(await run("customers", some)).toEqual({
    status: 1,
    stdout: "",
    stderr: `There is no team in the database ${test.env.PGDATABASE} at ${test.env.PGHOST}. If yours is kept elsewhere, give PIPELOG_DATA (or DATABASE_URL); else set it up first: npm run set-up`,
  });
  await castTeam(test.db);
  const said = await Promise.all([
    run("customers", none),
    run("customers", folder),
    run("deals", some),
    run("customers"),
    run("stages", some, "--skip-bad-rows"),
    run("customers", some, "--force"),
  ]);
  expect(said.map(({ status }) => status)).toEqual([1, 1, 1, 1, 1, 1]);
  const usage =
    "npm run import -- stages|customers|conversations FILE [--dry-run] [--skip-bad-rows] [--update]";
  expect(said.map(({ stderr }) => stderr)).toEqual([
    `There is no file ${none}.`,
    `${folder} is not a file.`,
    `“deals” cannot be imported: ${usage}`,
    `Give a kind and one file: ${usage}`,
    "A stages file is the whole pipeline: none of its rows can be skipped.",
    `Unknown option '--force'.\n${usage}`,
  ]);
});

it("lists every bad row, imports nothing and fails; with --skip-bad-rows it writes them down", async () => {
  const text = 'customer;date;note\nAcme;2026-03-01;fine\nBeta;never;"a;b"\nCeta\n';
  const path = await file("talks.csv", text);
  const refused = await run("conversations", path);
  expect(refused).toEqual({
    status: 1,
    stdout: "",
    stderr: [
      'Line 3, date: "never" is no date; write it as 2026-03-01 or 2026-03-01T09:30.',
      "Line 4: The row has 1 cell, the heading 3.",
      "talks.csv: 3 rows.",
      "Nothing was imported: 2 bad rows.",
    ].join("\n"),
  });
  expect(await test.db.$count(conversations)).toBe(0);

  const dry = await run("conversations", path, "--skip-bad-rows", "--dry-run");
  expect(dry.status).toBe(0);
  expect(existsSync(`${path}.rejected.csv`)).toBe(false);

  const taken = await run("conversations", path, "--skip-bad-rows");
  expect(taken.status).toBe(0);
  expect(taken.stdout.split("\n").slice(1)).toEqual([
    "Imported:",
    "  1 row added, 2 bad rows left out",
    "  created: 1 customer",
    "  1 row without a reference: importing the file again would add them again",
    `The rows left out are in ${path}.rejected.csv, with the reasons.`,
  ]);
  expect((await readFile(`${path}.rejected.csv`, "utf8")).split("\r\n")).toEqual([
    // With a byte-order mark, without which Excel on Windows takes it for another encoding.
    "\uFEFFcustomer;date;note;reason",
    'Beta;never;"a;b";"date: ""never"" is no date; write it as 2026-03-01 or 2026-03-01T09:30."',
    "Ceta;;;The row has 1 cell, the heading 3.",
    "",
  ]);
  expect(await test.db.$count(conversations)).toBe(1);
});

it("is the operator's in the audit log, as every command is, whatever it makes or corrects", async () => {
  const heading = "customer,date,employee,about,how\n";
  const talks = await file("own.csv", `${heading}Own,2026-03-01,Una,Tubes,By post\n`);
  const stages = await file("stages.csv", "name,outcome\nOnly,open\nWon,won\nLost,lost\n");
  const customers = await file("customers.csv", "customer,opened_on\nOwn,2026-02-01\n");
  for (const args of [
    ["conversations", talks],
    ["stages", stages],
    ["customers", customers, "--update"],
  ])
    expect((await run(...args)).status).toBe(0);
  const audited = await test.db.select({ by: auditLog.memberId, act: auditLog.act }).from(auditLog);
  expect(new Set(audited.map(({ act }) => act))).toEqual(
    new Set([
      ...["add member", "add topic", "add channel", "change stages", "correct customer"],
      ...["import conversations", "import stages", "import customers"],
    ]),
  );
  expect(audited.filter(({ by }) => by !== null)).toEqual([]);
});

it("shows the control characters of a file instead of giving them to the terminal", async () => {
  const path = await file("esc.csv", "customer,date,\u001b[2Jx\nBeta,\u001b]0;gone\u0007\u009b,\n");
  const { stderr } = await run("conversations", path);
  expect(stderr).toContain('Line 2, date: "\\u001b]0;gone\\u0007\\u009b" is no date');
  expect(stderr).toContain('"\\u001b[2Jx"');
  expect(stderr).not.toMatch(/(?!\n)\p{Cc}/u);
});

it("writes the rows that are still bad down again, with one reason each", async () => {
  const again = await file(
    "again.csv",
    "customer,date,reason,reason\nBeta,soon,old,older\nCeta,2026-03-01,old,\n",
  );
  expect((await run("conversations", again, "--skip-bad-rows")).status).toBe(0);
  const rejected = `${again}.rejected.csv`;
  const still = (reason: string) => `\uFEFFcustomer,date,reason\r\nBeta,soon,"date: ${reason}"\r\n`;
  const reason = '""soon"" is no date; write it as 2026-03-01 or 2026-03-01T09:30.';
  expect(await readFile(rejected, "utf8")).toBe(still(reason));
  expect((await run("conversations", rejected, "--skip-bad-rows")).status).toBe(0);
  expect(await readFile(`${rejected}.rejected.csv`, "utf8")).toBe(still(reason));
});

it("leaves no file of rejected rows, and one that is there alone, when the file is refused after all", async () => {
  const path = await file("open.csv", 'customer,date\nBeta,never\n"Ceta,2026-03-01\n');
  expect((await run("conversations", path, "--skip-bad-rows")).status).toBe(1);
  const left = async () => (await readdir(folder)).filter((name) => name.startsWith("open.csv"));
  expect(await left()).toEqual(["open.csv"]);
  await file("open.csv.rejected.csv", "mended by hand\n");
  expect((await run("conversations", path, "--skip-bad-rows")).status).toBe(1);
  expect(await left()).toEqual(["open.csv", "open.csv.rejected.csv"]);
  expect(await readFile(`${path}.rejected.csv`, "utf8")).toBe("mended by hand\n");
});

it("imports nothing when the rows left out cannot be written down: they would be named nowhere", async () => {
  const path = await file("full.csv", "customer,date\nFull,2026-03-01\nBeta,never\n");
  await symlink("/dev/full", `${path}.rejected.csv.part`);
  const before = await test.db.$count(conversations);
  expect((await run("conversations", path, "--skip-bad-rows")).status).toBe(1);
  expect(await test.db.$count(conversations)).toBe(before);
  expect((await readdir(folder)).filter((name) => name.startsWith("full.csv"))).toEqual(["full.csv"]);
});

it("sums up at the end of the list what many bad rows have in common", async () => {
  const path = await file("same.csv", `customer,date\n${"Beta,never\n".repeat(21)}`);
  const { stderr } = await run("conversations", path);
  const reason = 'date: "never" is no date; write it as 2026-03-01 or 2026-03-01T09:30.';
  const said = stderr.split("\n");
  expect(said.slice(0, 21)).toEqual(Array.from({ length: 21 }, (_, row) => `Line ${row + 2}, ${reason}`));
  expect(said.slice(21)).toEqual([
    `21 rows, ${reason}`,
    "same.csv: 21 rows.",
    "Nothing was imported: 21 bad rows.",
  ]);
});

it("leaves the rejected rows of an earlier run to whoever mends them: new ones go into a file of the next free name", async () => {
  const path = await file("twice.csv", "customer,date\nBeta,never\n");
  await file("twice.csv.rejected.csv", "mended by hand\n");
  for (const name of ["twice.csv.rejected-2.csv", "twice.csv.rejected-3.csv"]) {
    const { stdout } = await run("conversations", path, "--skip-bad-rows");
    expect(stdout).toContain(`The rows left out are in ${join(folder, name)}, with the reasons.`);
    expect(await readFile(join(folder, name), "utf8")).toContain("Beta,never,");
  }
  expect(await readFile(`${path}.rejected.csv`, "utf8")).toBe("mended by hand\n");
});
