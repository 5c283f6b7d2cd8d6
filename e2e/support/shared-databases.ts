import type { TestServer } from "@/tests/support/test-cluster";

/** The databases of this run that an app's own is a clone of. */
export type SharedDatabases = { empty: TestServer; demo: TestServer };

const variable = "PIPELOG_JOURNEY_DATABASES";

/** Told by the environment, which the workers inherit. */
export function shareDatabases(databases: SharedDatabases): void {
  process.env[variable] = JSON.stringify(databases);
}

/** The databases that global-setup.ts made. */
export function sharedDatabases(): SharedDatabases {
  const told = process.env[variable];
  if (!told) throw new Error("The journeys' databases are made by e2e/support/global-setup.ts.");
  return JSON.parse(told) as SharedDatabases;
}
