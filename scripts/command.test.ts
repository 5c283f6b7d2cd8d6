import { expect, test } from "vitest";
import { runChild } from "@/scripts/child-process.mjs";
import { projectRoot } from "@/scripts/project-root.mjs";
import { commandEnvironment, commandLine } from "@/scripts/run-command.mjs";

/** The command `token`, as npm run starts it. */
const runToken = (env: Record<string, string>) =>
  runChild(process.execPath, commandLine("token", ["--name", "x"]), {
    cwd: projectRoot,
    env: { ...commandEnvironment, ...env },
  });

test.each([
  "postgres://u:geheim/pw@localhost/x",
  "postgres://u:geheim%pw@localhost/x",
  "%",
  "mysql://geheim@x",
])("a DATABASE_URL that cannot be used is one sentence, which does not repeat it: %s", async (url) => {
  const { status, output } = await runToken({ DATABASE_URL: url });
  expect(status).toBe(1);
  expect(output).toMatch(/^DATABASE_URL must look like .*percent-encoded.*\.\n$/);
  expect(output).not.toContain("geheim");
});
