import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectRoot } from "@/scripts/project-root.mjs";

let root: string;

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pipelog-build-"));
  cpSync(join(projectRoot, "scripts"), join(root, "scripts"), { recursive: true });
  write("lib/device/service-worker.ts", "console.log('of these sources');");
  write(
    "node_modules/next/dist/bin/next",
    `const { appendFileSync, mkdirSync, writeFileSync } = require("node:fs");
     mkdirSync(".next", { recursive: true });
     writeFileSync(".next/BUILD_ID", "made");
     appendFileSync("builds", "built\\n");`,
  );
  symlinkSync(join(projectRoot, "node_modules", "esbuild"), join(root, "node_modules", "esbuild"));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function build() {
  const script = `import { buildApp } from ${JSON.stringify(join(root, "scripts", "build-app.mjs"))}; await buildApp();`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { cwd: root });
  return readFileSync(join(root, "builds"), "utf8").trim().split("\n").length;
}

test("a build is made anew where its service worker is not beside it or is another build's", async () => {
  const worker = join(root, "public", "sw.js");
  expect(await build()).toBe(1);
  expect(await build()).toBe(1);
  rmSync(worker);
  expect(await build()).toBe(2);
  writeFileSync(worker, "of other sources");
  expect(await build()).toBe(3);
  expect(readFileSync(worker, "utf8")).toContain("of these sources");
  expect(await build()).toBe(3);
});
