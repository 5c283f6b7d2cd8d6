import { demoSignIn } from "@/e2e/support/demo-sign-in";
import { openDatabase } from "@/e2e/support/start-app";
import { loadDemo } from "@/lib/demo/load-demo";
import { cloneDatabase } from "@/tests/support/clone-database";
import type { TestServer } from "@/tests/support/test-cluster";

/** Makes a database with the demo's team and data on the server, and gives its name. */
export async function makeDemoDatabase(server: TestServer): Promise<string> {
  const { name } = await cloneDatabase(server);
  const { db, close } = openDatabase(server, name);
  await loadDemo(db, { password: demoSignIn.password, now: new Date() });
  await close();
  return name;
}
