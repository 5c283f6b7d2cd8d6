import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { processIdentity } from "@/scripts/process-identity.mjs";

const { platform } = process;
let folder: string;

/** A Mac's `ps`, which writes a time as its language and time zone have it. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipelog-ps-"));
  const ps = join(folder, "ps");
  await writeFile(ps, '#!/bin/sh\necho "started at 9 in $TZ, in $LC_ALL"\n');
  await chmod(ps, 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
  Object.defineProperty(process, "platform", { value: "darwin" });
});

afterEach(async () => {
  Object.defineProperty(process, "platform", { value: platform });
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

test("a process is the same to whoever asks, in whatever language and time zone", () => {
  const asked = (LC_ALL: string, TZ: string) => {
    vi.stubEnv("LC_ALL", LC_ALL);
    vi.stubEnv("TZ", TZ);
    return processIdentity(process.pid);
  };
  const identity = asked("en_GB.UTF-8", "Africa/Johannesburg");
  expect(identity).toMatch(new RegExp(`^${process.pid} started`));
  expect(asked("de_DE.UTF-8", "America/New_York")).toBe(identity);
});
