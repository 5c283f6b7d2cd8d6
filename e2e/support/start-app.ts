import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { projectRoot } from "@/scripts/project-root.mjs";
import { cloneDatabase } from "@/tests/support/clone-database";
import type { TestServer } from "@/tests/support/test-cluster";

export type RunningApp = {
  /** Its address, without a slash at the end. */
  url: string;
  /** Its database, for what a test has to make or look up behind the app's back. */
  db: Database;
};

type Stoppable = { stop: () => Promise<void> };

/**
 * Serves the production build on a free port, on that database of the server.
 *
 * @param more what its environment has beside, such as the issuer one may sign in at.
 */
export async function serveApp(
  server: TestServer,
  database: string,
  more: Record<string, string> = {},
): Promise<Pick<RunningApp, "url"> & Stoppable> {
  const child = spawn(process.execPath, [join(projectRoot, "scripts", "serve.mjs")], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      PGHOST: server.host,
      PGPORT: String(server.port),
      PGUSER: server.user,
      PGDATABASE: database,
      DATABASE_URL: "",
      AUTH_URL: "",
      TRUSTED_PROXIES: "",
      AUTH_SECRET: randomBytes(33).toString("base64"),
      ...more,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    return { url: await addressOf(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The same on a new clone of the server's template database, which goes with it. */
export async function startApp(
  server: TestServer,
  more: Record<string, string> = {},
): Promise<RunningApp & Stoppable> {
  const clone = await cloneDatabase(server);
  try {
    const app = await serveApp(server, clone.name, more);
    const { db, close } = openDatabase(server, clone.name);
    const stop = async () => {
      await app.stop();
      await close();
      await clone.drop();
    };
    return { url: app.url, db, stop };
  } catch (error) {
    await clone.drop();
    throw error;
  }
}

/** Connections to a database behind its app's back. */
export function openDatabase(
  server: TestServer,
  database: string,
): { db: Database; close: () => Promise<void> } {
  const sql = postgres({ ...server, database, max: 2, onnotice: () => {} });
  return {
    db: drizzle(sql, { schema, casing: "snake_case" }),
    close: () => sql.end({ timeout: 1 }),
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("The app is heard by its standard output.");
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("http://")) continue;
    child.stdout.resume();
    return line;
  }
  throw new Error("The app ended before it was ready; see what it said above.");
}
