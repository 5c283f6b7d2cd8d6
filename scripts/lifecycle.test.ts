import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processIdentity } from "@/scripts/process-identity.mjs";
import { projectRoot } from "@/scripts/project-root.mjs";

const someLooks = 1500;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipelog-lifecycle-"));
  const lifecycle = JSON.stringify(join(projectRoot, "scripts", "lifecycle.mjs"));
  const work = `import { main } from ${lifecycle};
    setInterval(() => {}, 1000);
    await main(async () => console.log("work", process.pid));`;
  await writeFile(join(folder, "work.mjs"), work);
  await writeFile(join(folder, "package.json"), JSON.stringify({ scripts: { start: "node work.mjs" } }));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The process ids of npm and of the work it started, once that runs. */
async function startedBy({ stdout }: ChildProcess): Promise<{ npm: number; work: number }> {
  const pids = { npm: 0, work: 0 };
  if (stdout)
    for await (const line of createInterface({ input: stdout })) {
      const [, name, pid] = /^(npm|work) (\d+)$/.exec(line) ?? [];
      if (name === "npm") pids.npm = Number(pid);
      if (name === "work") return { ...pids, work: Number(pid) };
    }
  throw new Error("The work ended before it had begun.");
}

// dash stays as the parent of what it runs; bash becomes it.
test.each(["sh", "bash"])(
  "started by npm and %s, work ends with npm, not with whoever started npm",
  async (shell) => {
    const command = `npm start --silent --script-shell=${shell} & echo npm $!; read line`;
    const starter = spawn("sh", ["-c", command], { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
    const said = text(starter.stderr);
    const { npm, work } = await startedBy(starter);
    starter.stdin.end();
    await wait(someLooks);
    expect(processIdentity(work)).toBeDefined();
    process.kill(npm, "SIGKILL");
    expect(await said).toBe("Stopping, for the npm that started this has ended.\n");
    expect(processIdentity(work)).toBeUndefined();
  },
);
