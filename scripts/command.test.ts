import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
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

test.each([
  [
    "a pooler",
    "08P01",
    "no such database: nowhere",
    "The database, or the pooler that leads to it, refused this (no such database: nowhere).",
  ],
  [
    "Postgres of a URL with another client's parameters",
    "42704",
    'unrecognized configuration parameter "channel_binding"',
    'The database does not take a parameter of DATABASE_URL (unrecognized configuration parameter "channel_binding").',
  ],
])("what is refused by %s is one sentence", async (_who, code, message, sentence) => {
  const fields = ["SFATAL", `C${code}`, `M${message}`, "", ""].join("\0");
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + fields.length);
  const refusal = Buffer.concat([Buffer.from("E"), length, Buffer.from(fields)]);
  const pooler = createServer((client) => client.once("data", () => client.end(refusal)));
  await once(pooler.listen(0, "127.0.0.1"), "listening");
  const { port } = pooler.address() as AddressInfo;
  const { status, output } = await runToken({ DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/nowhere` });
  pooler.close();
  expect(status).toBe(1);
  expect(output).toBe(`${sentence}\n`);
});
