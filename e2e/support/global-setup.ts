import type { FullConfig } from "@playwright/test";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";
import { demoSignIn } from "@/e2e/support/demo-sign-in";
import { type LentApp, share } from "@/e2e/support/shared";
import { serveApp } from "@/e2e/support/start-app";
import { loadDemo } from "@/lib/demo/load-demo";
import { cloneDatabase } from "@/tests/support/clone-database";
import { startTestCluster, type TestServer } from "@/tests/support/test-cluster";

/**
 * One Postgres for the whole run, with an empty database and one with the demo's data to clone, and two apps for
 * every worker, whose databases are made a clone of either when they are lent.
 */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  const ends: (() => Promise<void>)[] = [];
  const end = async () => {
    for (const stop of ends.reverse()) await stop();
  };
  try {
    const { server: empty, stop } = await startTestCluster();
    ends.push(stop);
    const lend = async (): Promise<LentApp> => {
      const { name: database } = await cloneDatabase(empty);
      const { url, stop: stopApp } = await serveApp(empty, database);
      ends.push(stopApp);
      return { url, database };
    };
    const places = Array.from({ length: workers }, async () => ({ empty: await lend(), demo: await lend() }));
    const [template, ...apps] = await Promise.all([demoDatabase(empty), ...places]);
    const demo = { ...empty, template };
    share({ templates: { empty, demo }, apps });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function demoDatabase(server: TestServer): Promise<string> {
  const { name: database } = await cloneDatabase(server);
  const sql = postgres({ ...server, database, max: 1, onnotice: () => {} });
  await loadDemo(drizzle(sql, { schema, casing: "snake_case" }), {
    password: demoSignIn.password,
    now: new Date(),
  });
  await sql.end();
  return database;
}
