import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makePrivate } from "@/scripts/data-folder.mjs";
import { embeddedPostgres } from "@/scripts/embedded-postgres.mjs";
import { postgresAccount } from "@/scripts/postgres-binaries.mjs";
import { processIdentity } from "@/scripts/process-identity.mjs";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipelog-launcher-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function serverPid(): number {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

async function ask(env: { PGHOST: string; PGDATABASE: string; PGUSER: string }, statement: string) {
  const sql = postgres({
    host: env.PGHOST,
    user: env.PGUSER,
    database: env.PGDATABASE,
    max: 1,
    onnotice: () => {},
  });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

test("those who hold one folder share a server; it stops with the last of them and keeps its data", async () => {
  const [first, second] = await Promise.all([embeddedPostgres(folder), embeddedPostgres(folder)]);
  const pid = serverPid();
  await ask(first.env, "create table kept (note text)");
  await first.release();
  expect(await ask(second.env, "select note from kept")).toHaveLength(0);
  await second.release();
  expect(processIdentity(pid)).toBeUndefined();

  const again = await embeddedPostgres(folder);
  expect(await ask(again.env, "select note from kept")).toHaveLength(0);
  await again.release();
});

test("a server that was killed is up again for those who hold it", async () => {
  const { env, release } = await embeddedPostgres(folder);
  await ask(env, "create table kept as select 'confirmed' as note");
  process.kill(serverPid(), "SIGKILL");
  await expect
    .poll(() => ask(env, "select note from kept").catch(() => []), { timeout: 30_000 })
    .toEqual([{ note: "confirmed" }]);
  await release();
});

/** Starts the folder's keeper, whose clock is set forward by as many hours as that expression says. */
async function keepWithClockSetBy(hours: string): Promise<void> {
  const clock = join(folder, "clock.mjs");
  await writeFile(
    clock,
    `import { existsSync } from "node:fs";
    const { now } = Date;
    let looks = 0;
    Date.now = () => now() + 3_600_000 * (${hours});`,
  );
  // As embeddedPostgres does: the keeper makes the cluster at once, by the account that Postgres runs as.
  makePrivate(folder);
  const keeper = fileURLToPath(new URL("keep-postgres.mjs", import.meta.url));
  spawn(process.execPath, ["--import", clock, keeper, folder, "lasting"], { stdio: "ignore" });
  await expect.poll(() => existsSync(join(folder, "keeper.sock")), { timeout: 30_000 }).toBe(true);
}

test("a server that cannot start again is tried until it can, also when the clock was set back, and its holders are told once of either", async () => {
  const told: string[] = [];
  const setBack = join(folder, "set-back");
  await keepWithClockSetBy(`existsSync(${JSON.stringify(setBack)}) ? -1 : 0`);
  const { env, release } = await embeddedPostgres(folder, {
    onDown: (reason) => told.push(reason),
    onUp: () => told.push("up"),
  });
  const settings = join(folder, "postgres", "postgresql.auto.conf");
  const good = readFileSync(settings, "utf8");
  await writeFile(settings, "no setting");
  process.kill(serverPid(), "SIGKILL");
  await expect.poll(() => told, { timeout: 30_000 }).toHaveLength(1);
  await writeFile(setBack, "");
  const log = () => readFileSync(join(folder, "postgres.log"), "utf8").split("contains errors").length;
  const tries = log();
  await expect.poll(log, { timeout: 30_000 }).toBeGreaterThan(tries);
  await expect(embeddedPostgres(folder)).rejects.toThrow(/did not start.*contains errors/s);
  await writeFile(settings, good);
  await expect
    .poll(() => ask(env, "select 1 as up").catch(() => []), { timeout: 30_000 })
    .toEqual([{ up: 1 }]);
  await expect
    .poll(() => told, { timeout: 30_000 })
    .toEqual([expect.stringContaining("contains errors"), "up"]);
  await release();
});

test("a server stops with everything written, also when the clock is set forward meanwhile", async () => {
  await keepWithClockSetBy("looks++");
  const { release } = await embeddedPostgres(folder);
  await release();
  const log = readFileSync(join(folder, "postgres.log"), "utf8");
  expect(log).toContain("received fast shutdown request");
  expect(log).not.toContain("received immediate shutdown request");
});

test("a lock whose process id is somebody else's by now does not keep the server from starting", async () => {
  const { release } = await embeddedPostgres(folder);
  const lock = join(folder, "postgres", "postmaster.pid");
  const left = readFileSync(lock, "utf8").replace(/^\d+/, String(process.pid));
  await release();
  writeFileSync(lock, left);
  const again = await embeddedPostgres(folder);
  expect(serverPid()).not.toBe(process.pid);
  await again.release();
});

test("a temporary cluster goes with its last holder", async () => {
  const { release } = await embeddedPostgres(folder, { temporary: true });
  await release();
  expect(existsSync(folder)).toBe(false);
});

test("a data folder may have a comma in its name", async () => {
  const { env, release } = await embeddedPostgres(`${folder}, Cape`, { temporary: true });
  expect(await ask(env, "select 1 as one")).toEqual([{ one: 1 }]);
  await release();
});

test("data that root finds made by an ordinary account stay usable for it: server, folders and logs are that account's", async () => {
  await (await embeddedPostgres(folder)).release();
  if (process.getuid?.() === 0) execFileSync("chown", ["-R", "daemon", folder]);
  chmodSync(folder, 0o700);
  const owner = statSync(folder).uid;
  for (const log of ["keeper.log", "postgres.log"]) rmSync(join(folder, log));

  const { env, release } = await embeddedPostgres(folder);
  expect(await ask(env, "select 1 as one")).toEqual([{ one: 1 }]);
  await release();
  for (const part of ["", "socket", "postgres", "keeper.log", "postgres.log"])
    expect(statSync(join(folder, part)).uid, part).toBe(owner);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("data of one account are refused to another, but for root, before anything is touched", () => {
  const { uid, gid } = statSync(folder);
  const account = vi.spyOn(process, "getuid").mockReturnValue(uid + 1);
  expect(() => postgresAccount(folder)).toThrow(
    /belongs to the account “.+”: run this as that account or as root/,
  );
  account.mockReturnValue(0);
  if (uid !== 0) expect(postgresAccount(folder)).toEqual({ uid, gid });
  account.mockRestore();
});
