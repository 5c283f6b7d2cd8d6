// npm start: installs, builds and migrates as needed, and serves the app until it is stopped.

import { authSecret, dataFolder } from "./data-folder.mjs";
import { main } from "./lifecycle.mjs";
import { isDatabaseGiven, openDatabase, runApp } from "./run-app.mjs";
import { runCommand } from "./run-command.mjs";
import { step } from "./step.mjs";

await main(
  async () => {
    const folder = dataFolder();
    await runApp(process.env.HOST?.trim() || "127.0.0.1", async () => {
      const database = isDatabaseGiven() ? {} : await openDatabase(folder);
      const env = { ...database, AUTH_SECRET: authSecret(folder) };
      const code = await step("Preparing the database", () => runCommand("set-up-code", env));
      return { env, greeting: (address) => greet(address, code) };
    });
    return undefined;
  },
  { usage: "npm start, told where to listen and which database to use by the variables in README.md" },
);

/**
 * @param {string} address
 * @param {string} code of an empty installation
 */
function greet(address, code) {
  const hello = `Pipelog runs at ${address}`;
  return code
    ? [hello, `It is empty. Set your team up at ${address}/set-up with this one-time code: ${code}`]
    : [hello];
}
