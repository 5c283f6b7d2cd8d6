import { expect, test, vi } from "vitest";
import { runScript } from "@/tests/support/start-script";
import { runChild } from "./child-process.mjs";
import { projectRoot } from "./project-root.mjs";

vi.setConfig({ testTimeout: 30_000 });

/** As npm starts it, with a database that is not there: to be told how it is called needs none. */
const run = (script: string, ...args: string[]) =>
  runChild(process.execPath, [`scripts/${script}.mjs`, ...args], {
    cwd: projectRoot,
    env: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", PIPELOG_DATA: "/dev/null/none" },
  });

test.each([
  ["import", /^npm run import -- stages\|customers\|conversations FILE /],
  ["set-up", /^npm run set-up -- --team NAME /],
  ["token", /^npm run token -- --name NAME /],
  ["reset-password", /^npm run reset-password -- --email ADDRESS /],
  ["backup", /^npm run backup -- FILE$/],
  ["restore", /^npm run restore -- FILE$/],
  ["rebuild", /^npm run rebuild$/],
  ["migrate", /^npm run migrate$/],
])("%s --help says how it is called", async (name, usage) => {
  const { status, stdout, stderr } = await runScript(`scripts/${name}.ts`, ["--help"], {
    PGHOST: "/nowhere",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.trim()).toMatch(usage);
});

test("npm run starts no database to say it", async () => {
  const { status, stdout, stderr } = await run("run", "migrate", "--help");
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "npm run migrate\n", stderr: "" });
});

test.each([
  ["start", /^npm start\b/],
  ["demo", /^npm run demo\b/],
  ["build", /^npm run build\b/],
  ["test", /^npm test \[-- --every-postgres\]/],
])(
  "the launcher's %s says with --help how it is called, and beside an option it has not",
  async (name, usage) => {
    const { status, stdout } = await run(name, "--help");
    expect(status).toBe(0);
    expect(stdout.trim()).toMatch(usage);
    const wrong = await run(name, "--prot=3001");
    expect(wrong.status).toBe(1);
    const [sentence, line] = wrong.output.trim().split("\n");
    expect(sentence).toBe("Unknown option '--prot'.");
    expect(line).toMatch(usage);
  },
);
