import { openDatabase, type RunningApp } from "@/e2e/support/start-app";
import { renewDatabase } from "@/tests/support/clone-database";
import type { TestServer } from "@/tests/support/test-cluster";

/** An app that serves a database of its own for the whole run. */
export type LentApp = { url: string; database: string };

/** What the journeys of a run share. */
type Shared = {
  /** The database that an app's own is a clone of: empty, or with the demo's team and data. */
  templates: { empty: TestServer; demo: TestServer };
  /** An app for a clone of either, for each worker that runs at the same time. */
  apps: { empty: LentApp; demo: LentApp }[];
};

const variable = "PIPELOG_JOURNEYS_SHARE";

/** Told by the environment, which the workers inherit. */
export function share(whatIsShared: Shared): void {
  process.env[variable] = JSON.stringify(whatIsShared);
}

/** What global-setup.ts made. */
export function shared(): Shared {
  const told = process.env[variable];
  if (!told) throw new Error("What the journeys share is made by e2e/support/global-setup.ts.");
  return JSON.parse(told) as Shared;
}

/**
 * Lends a worker the app that serves the whole run in its place, with its database as new.
 *
 * @param place of the worker among those that run at the same time, from 0
 */
export async function borrowApp(
  kind: "empty" | "demo",
  place: number,
): Promise<RunningApp & { giveBack: () => Promise<void> }> {
  const { templates, apps } = shared();
  const app = apps[place]?.[kind];
  if (!app) throw new Error(`There is no app for worker ${place}.`);
  await renewDatabase(templates[kind], app.database);
  const { db, close } = openDatabase(templates[kind], app.database);
  return { url: app.url, db, giveBack: close };
}
