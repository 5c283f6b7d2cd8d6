import type { TestServer } from "@/tests/support/test-cluster";

/** An app that serves a database of its own for the whole run. */
export type LentApp = { url: string; database: string };

/** What the journeys of a run share. */
export type Shared = {
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
