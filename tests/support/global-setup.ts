import type { TestProject } from "vitest/node";
import { startTestCluster, type TestServer } from "@/tests/support/test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One Postgres for the whole run: see create-test-database.ts for how a test file gets its database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestCluster();
  project.provide("testServer", server);
  return stop;
}
