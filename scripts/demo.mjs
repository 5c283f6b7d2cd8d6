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

// What a shell has for another installation. Empty, not missing: a file named .env must not set it either.
for (const name of [
  ...["DATABASE_URL", "AUTH_SECRET", "AUTH_URL", "MAIL_FROM"],
  ...["SMTP_URL", "SMTP_HOST", "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD"],
  ...["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"],
])
  process.env[name] = "";

await main(
  async () => {
    const folder = join(projectRoot, ".data", "demo");
    makePrivate(folder);
    const place = reachableFolder(folder);
    const password = keptText(join(place, "password"), () => randomBytes(9).toString("base64url"));
    await runApp(loopback, async () => {
      const env = { ...(await demoDatabase(place, password)), AUTH_SECRET: authSecret(place) };
      return {
        env,
        greeting: (address) => [
          `The demo of Pipelog runs at ${address}`,
          `Sign in as ${email} with the password ${password}`,
        ],
      };
    });
    return undefined;
  },
  { usage: "npm run demo, told where to listen by the variable PORT" },
);

/**
 * The data ends on the day it is made, so each day has a cluster of its own and the ones before go.
 *
 * @param {string} place where the clusters lie, and the password that their data have
 * @param {string} password
 */
function demoDatabase(place, password) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
  const cluster = join(place, today);
  const loaded = join(cluster, "loaded");
  return exclusively(join(place, "loading.lock"), async (nameChild) => {
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
