import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exclusively } from "@/scripts/exclusively.mjs";
import { processIdentity } from "@/scripts/process-identity.mjs";

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipelog-lock-"));
  lock = join(folder, "work.lock");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("work under one lock is never done twice at once", async () => {
  let atWork = 0;
  let most = 0;
  const work = () =>
    exclusively(lock, async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await wait(5);
      atWork -= 1;
    });
  await Promise.all(Array.from({ length: 8 }, work));
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

test("a lock of the dead is broken, and the program they left behind is ended first", async () => {
  const orphan = spawn("sleep", ["60"], { detached: true });
  await once(orphan, "spawn");
  const child = processIdentity(orphan.pid ?? 0);
  writeFileSync(lock, JSON.stringify({ holder: "999999999 1", child }));
  await exclusively(lock, async () => {});
  if (orphan.signalCode === null) await once(orphan, "exit");
  expect(orphan.signalCode).toBe("SIGKILL");
});
