import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { embeddedPostgres } from "@/scripts/embedded-postgres.mjs";
import { runningProcesses } from "./running-processes";

const patience = 30_000;

/** A cluster as `npm start` runs it, with everything on that keeps data, in a temp folder of its own. */
export type DurableCluster = {
  folder: string;
  env: { PGHOST: string; PGPORT: string; PGDATABASE: string; PGUSER: string };
  /** Runs something on a connection of its own, once the server answers. */
  use: <Result>(act: (db: Database) => Promise<Result>) => Promise<Result>;
  /** The process ids of the server itself, of its own processes, and of its keeper. */
  processes: () => { server: number; backends: number[]; keepers: number[] };
  stop: () => Promise<void>;
};

/** Makes and starts the cluster; this process holds it as the launcher would. */
export async function startDurableCluster(): Promise<DurableCluster> {
  const folder = await mkdtemp(join(tmpdir(), `pipelog-test-${process.pid}-`));
  const { env, release } = await embeddedPostgres(folder);

  async function answering() {
    const deadline = Date.now() + patience;
    for (;;) {
      const sql = postgres({
        host: env.PGHOST,
        port: Number(env.PGPORT),
        database: env.PGDATABASE,
        user: env.PGUSER,
        max: 1,
        onnotice: () => {},
      });
      try {
        await sql`select 1`;
        return sql;
      } catch (error) {
        await sql.end({ timeout: 0 });
        if (Date.now() > deadline) throw error;
        await wait(25);
      }
    }
  }

  return {
    folder,
    env,
    use: async (act) => {
      const sql = await answering();
      try {
        return await act(drizzle(sql, { schema, casing: "snake_case" }));
      } finally {
        await sql.end({ timeout: 1 });
      }
    },
    processes: () => {
      const [line = ""] = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
      const server = Number(line);
      const running = runningProcesses();
      const isKeeper = (command: string) => command.includes("keep-postgres.mjs") && command.includes(folder);
      return {
        server,
        backends: running.filter(({ parent }) => parent === server).map(({ pid }) => pid),
        keepers: running.filter(({ command }) => isKeeper(command)).map(({ pid }) => pid),
      };
    },
    stop: async () => {
      await release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
