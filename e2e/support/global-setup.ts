import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";
import { demoSignIn } from "@/e2e/support/demo-sign-in";
import { shareDatabases } from "@/e2e/support/shared-databases";
import { loadDemo } from "@/lib/demo/load-demo";
import { cloneDatabase } from "@/tests/support/clone-database";
import { startTestCluster } from "@/tests/support/test-cluster";

/** One Postgres for the whole run, with an empty database and one with the demo's data to clone. */
export default async function setup(): Promise<() => Promise<void>> {
  const { server, stop } = await startTestCluster();
  try {
    const demo = await cloneDatabase(server);
    const sql = postgres({ ...server, database: demo.name, max: 1, onnotice: () => {} });
    await loadDemo(drizzle(sql, { schema, casing: "snake_case" }), {
      password: demoSignIn.password,
      now: new Date(),
    });
    await sql.end();
    shareDatabases({ empty: server, demo: { ...server, template: demo.name } });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
