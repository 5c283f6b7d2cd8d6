import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { test } from "@playwright/test";
import postgres from "postgres";
import { expect } from "@/e2e/support/expect";
import { embeddedPostgres } from "@/scripts/embedded-postgres.mjs";
import { projectRoot } from "@/scripts/project-root.mjs";

test("who is inside when the app is stopped still gets an answer", { tag: "@any-window" }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "pipelog-stopping-"));
  const app = spawn(process.execPath, [join(projectRoot, "scripts", "start.mjs")], {
    env: { ...process.env, PIPELOG_DATA: folder, PORT: "0", HOST: "127.0.0.1", DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(app, "exit");
  const address = await addressOf(app);
  const { env, release } = await embeddedPostgres(folder);
  await release();
  const sql = postgres({ host: env.PGHOST, user: env.PGUSER, database: env.PGDATABASE });
  const lock = await sql.reserve();
  try {
    // The first page loads the app's code, however long that takes on a busy machine.
    expect((await fetch(`${address}/set-up`)).status).toBe(200);
    await lock`begin`;
    await lock`lock table team`;
    const answered = fetch(`${address}/set-up`).then(({ status }) => status);
    await expect.poll(() => sql`select from pg_locks where not granted`).not.toHaveLength(0);
    app.kill("SIGTERM");
    await expect.poll(() => isOpen(address)).toBe(false);
    await lock`commit`;
    expect(await answered).toBe(200);
  } finally {
    app.kill("SIGTERM");
    await sql.end({ timeout: 1 });
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
});

async function addressOf({ stdout }: { stdout: Readable }): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /(?<=^Pipelog runs at )\S+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error("The app ended before it was ready; see what it said above.");
}

/** By a connection of its own, as somebody new comes. */
function isOpen(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((known) => {
    const visitor = connect(Number(port), hostname);
    visitor.on("connect", () => known(true)).on("error", () => known(false));
    visitor.on("connect", () => visitor.end());
  });
}
