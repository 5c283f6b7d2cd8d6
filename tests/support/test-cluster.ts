import { existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import * as schema from "@/db/schema";
import { embeddedPostgres } from "@/scripts/embedded-postgres.mjs";
import { removeUnusedCluster } from "@/scripts/postgres-cluster.mjs";

const prefix = "pipelog-test-";
const memory = "/dev/shm";
const enoughMemory = 4 * 1024 ** 3;

/** How to reach the server of a test run, and the migrated database that test databases are clones of. */
export type TestServer = { host: string; port: number; user: string; template: string };

/**
 * Starts a Postgres of its own for this test run, in memory or the temp folder, with a migrated, empty
 * template database. It goes with `stop`, or with this process, however that ends.
 */
export async function startTestCluster(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  await removeAbandonedClusters();
  const folder = await mkdtemp(join(hasMemory() ? memory : tmpdir(), `${prefix}${process.pid}-`));
  const { env, release } = await embeddedPostgres(folder, { temporary: true });
  const server = { host: env.PGHOST, port: Number(env.PGPORT), user: env.PGUSER, template: env.PGDATABASE };
  const sql = postgres({ ...server, database: server.template, max: 1, onnotice: () => {} });
  try {
    await migrate(drizzle(sql, { schema, casing: "snake_case" }));
  } catch (error) {
    await release();
    throw error;
  } finally {
    await sql.end();
  }
  return { server, stop: release };
}

/** Making a clone is ten times as quick in memory as on many a disk. */
function hasMemory(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enoughMemory;
}

async function removeAbandonedClusters(): Promise<void> {
  for (const parent of [memory, tmpdir()].filter(existsSync)) {
    for (const name of readdirSync(parent)) {
      if (!name.startsWith(prefix)) continue;
      const pid = Number(name.slice(prefix.length).split("-")[0]);
      const folder = join(parent, name);
      if (isAlive(pid) || statSync(folder).uid !== process.getuid?.()) continue;
      await removeUnusedCluster(folder);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
