import type { FullConfig } from "@playwright/test";
import { makeDemoDatabase } from "@/e2e/support/demo-database";
import { type LentApp, share } from "@/e2e/support/shared-apps";
import { serveApp } from "@/e2e/support/start-app";
import { cloneDatabase } from "@/tests/support/clone-database";
import { startTestCluster } from "@/tests/support/test-cluster";

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
    const [template, ...apps] = await Promise.all([makeDemoDatabase(empty), ...places]);
    const demo = { ...empty, template };
    share({ templates: { empty, demo }, apps });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
