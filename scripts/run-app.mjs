import { buildApp } from "./build-app.mjs";
import { isReachable } from "./cluster-place.mjs";
import { makePrivate } from "./data-folder.mjs";
import { embeddedPostgres } from "./embedded-postgres.mjs";
import { installPackages } from "./install-packages.mjs";
import { onStop, stop } from "./lifecycle.mjs";
import { OperatorError } from "./operator-error.mjs";
import { takePort, wantedPort } from "./serve-app.mjs";
import { step, tell } from "./step.mjs";

/**
 * Installs, builds and serves the app, as far as each is needed, until it is stopped.
 *
 * @param {string} host
 * @param {() => Promise<{ env: Record<string, string>, greeting: (address: string) => string[] }>} prepare
 *   makes the database ready: what the app is told by its environment, and what to print at the end
 */
export async function runApp(host, prepare) {
  const door = await takePort(host, wantedPort());
  await installPackages();
  const [{ env, greeting }] = await Promise.all([prepare(), buildApp()]);
  Object.assign(process.env, env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  // Only now, so that it closes before the database, which whoever is inside still needs.
  onStop(door.close);
  await door.open();
  for (const line of greeting(door.address)) process.stdout.write(`${line}\n`);
}

/**
 * Holds the embedded Postgres of a folder until everything is stopped.
 *
 * @param {string} folder
 * @returns {Promise<Record<string, string>>} the environment that leads to it
 */
export async function openDatabase(folder) {
  makePrivate(folder);
  if (!isReachable(folder)) {
    throw new OperatorError(
      `Started by root, PostgreSQL runs as the account “nobody”, who cannot get to ${folder}: choose another folder with PIPELOG_DATA.`,
    );
  }
  try {
    const { env, release } = await step("Starting the database", () =>
      embeddedPostgres(folder, {
        onDown: (reason) => tell(`The database has stopped; starting it is tried again and again. ${reason}`),
        onUp: () => tell("The database runs again."),
        onLost: (reason) => {
          tell(`The database has stopped: ${reason.message}`);
          stop(1);
        },
      }),
    );
    onStop(release);
    // Empty, not missing: a file named .env must not lead elsewhere.
    return { ...env, DATABASE_URL: "" };
  } catch (error) {
    throw new OperatorError(error instanceof Error ? error.message : String(error));
  }
}

/** @returns {boolean} whether the operator named a database to use */
export function isDatabaseGiven() {
  return Boolean(process.env.DATABASE_URL?.trim());
}
