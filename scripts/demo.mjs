// npm run demo: the app with a made-up team's data, in a database of its own under .data/demo, never another.

import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reachableFolder } from "./cluster-place.mjs";
import { authSecret, keptText, makePrivate } from "./data-folder.mjs";
import { exclusively } from "./exclusively.mjs";
import { main } from "./lifecycle.mjs";
import { removeUnusedCluster } from "./postgres-cluster.mjs";
import { projectRoot } from "./project-root.mjs";
import { openDatabase, runApp } from "./run-app.mjs";
import { runCommand } from "./run-command.mjs";
import { step } from "./step.mjs";

const loopback = "127.0.0.1";
const email = "demo@pipelog.example";
const timeZone = "Africa/Johannesburg";

process.env.DATABASE_URL = "";
process.env.AUTH_SECRET = "";
process.env.AUTH_URL = "";

await main(async () => {
  const folder = join(projectRoot, ".data", "demo");
  makePrivate(folder);
  const password = keptText(join(folder, "password"), () => randomBytes(9).toString("base64url"));
  await runApp(loopback, async () => {
    const env = { ...(await demoDatabase(folder, password)), AUTH_SECRET: authSecret(folder) };
    return {
      env,
      greeting: (address) => [
        `The demo of Pipelog runs at ${address}`,
        `Sign in as ${email} with the password ${password}`,
      ],
    };
  });
  return undefined;
});

/**
 * The data ends on the day it is made, so each day has a cluster of its own and the ones before go.
 *
 * @param {string} folder
 * @param {string} password
 */
function demoDatabase(folder, password) {
  const place = reachableFolder(folder);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
  const cluster = join(place, today);
  const loaded = join(cluster, "loaded");
  return exclusively(join(folder, "loading.lock"), async (nameChild) => {
    for (const name of readdirSync(place)) {
      const kept = name === today && existsSync(loaded);
      if (/^\d{4}-\d\d-\d\d$/.test(name) && !kept) await removeUnusedCluster(join(place, name));
    }
    const env = await openDatabase(cluster);
    if (!existsSync(loaded)) {
      const settings = { ...env, DEMO_PASSWORD: password };
      await step("Loading the demo data", () => runCommand("load-demo", settings, nameChild));
      writeFileSync(loaded, "");
    } else {
      await step("Preparing the database", () => runCommand("migrate", env));
    }
    return env;
  });
}
