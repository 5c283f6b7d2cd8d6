import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { projectRoot } from "@/scripts/project-root.mjs";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { runScript } from "@/tests/support/start-script";

vi.setConfig({ testTimeout: 30_000 });

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipelog-backup-"));
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const run = (name: string, file: string, env = database.env) =>
  runScript(`scripts/${name}.ts`, ["--", file], env);

test("a file that cannot be written or read is named, not called a database that does not answer", async () => {
  const astray = join(folder, "missing", "whole.backup");
  expect(await run("backup", astray)).toMatchObject({
    status: 1,
    stderr: `${astray} cannot be used: there is no such file or folder (ENOENT).`,
  });
  for (const [file, reason] of [
    [join(folder, "x".repeat(250)), "its name is too long (ENAMETOOLONG)"],
    [join(projectRoot, "package.json", "x"), "what should be a folder on the way is none (ENOTDIR)"],
  ] as const)
    expect(await run("backup", file)).toMatchObject({
      status: 1,
      stderr: `${file} cannot be used: ${reason}.`,
    });
  expect(await run("restore", folder)).toMatchObject({
    status: 1,
    stderr: `${folder} cannot be used: it is a folder (EISDIR).`,
  });
});

test("a database that does not answer is called so", async () => {
  const nowhere = { ...database.env, PGHOST: folder };
  expect(await run("backup", join(folder, "whole.backup"), nowhere)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^The database does not answer \(connect ENOENT .*\)\.$/),
  });
});

test("what an operator can mend in the database is one sentence", async () => {
  const { env, sql } = database;
  const file = join(folder, "whole.backup");
  expect(await run("backup", file, { ...env, PGDATABASE: "astray" })).toMatchObject({
    status: 1,
    stderr: 'The database is not there (database "astray" does not exist).',
  });
  expect(await run("backup", file, { ...env, PGUSER: "stranger" })).toMatchObject({
    status: 1,
    stderr: 'The database does not let this user in (role "stranger" does not exist).',
  });
  const guest = `guest_${env.PGDATABASE}`;
  await sql.unsafe(`create role ${guest} login`);
  try {
    expect(await run("backup", file, { ...env, PGUSER: guest })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /^The database does not allow its user what Pipelog needs \(permission denied for .*\)\.$/,
      ),
    });
    await sql.unsafe(`alter role ${guest} connection limit 0`);
    expect(await run("backup", file, { ...env, PGUSER: guest })).toMatchObject({
      status: 1,
      stderr: `The database takes no more connections (too many connections for role "${guest}").`,
    });
  } finally {
    await sql.unsafe(`drop role ${guest}`);
  }
});

test("a connection that is lost is called so", async () => {
  const closing = createServer((client) => client.destroy());
  closing.listen(0, "127.0.0.1");
  await once(closing, "listening");
  const { port } = closing.address() as AddressInfo;
  const env = { ...database.env, PGHOST: "127.0.0.1", PGPORT: String(port) };
  expect(await run("backup", join(folder, "whole.backup"), env)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^The connection to the database was lost \(.*\)\.$/),
  });
  closing.close();
});
