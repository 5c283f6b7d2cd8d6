// npm run NAME: one of the commands of this folder, on the database of this installation.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { authSecret, dataFolder } from "./data-folder.mjs";
import { installPackages } from "./install-packages.mjs";
import { main, onStop } from "./lifecycle.mjs";
import { OperatorError } from "./operator-error.mjs";
import { projectRoot } from "./project-root.mjs";
import { isDatabaseGiven, openDatabase } from "./run-app.mjs";
import { commandEnvironment, commandLine } from "./run-command.mjs";

const [name = "", ...args] = process.argv.slice(2);

await main(
  async () => {
    if (!/^[a-z-]+$/.test(name) || !existsSync(join(projectRoot, "scripts", `${name}.ts`))) {
      throw new OperatorError(`There is no command “${name}”.`);
    }
    await installPackages();
    const env = args.includes("--help") ? {} : await installation();
    const child = spawn(process.execPath, commandLine(name, args), {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: Object.assign({ ...process.env }, commandEnvironment, env),
      stdio: "inherit",
    });
    const ended = once(child, "exit");
    onStop(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await ended;
    });
    const [status] = await ended;
    return status ?? 1;
  },
  { signalled: (number) => 128 + number },
);

/** What the command needs to know of the database of this installation, which is started if need be. */
async function installation() {
  const folder = dataFolder();
  const database = isDatabaseGiven() ? {} : await openDatabase(folder);
  return { ...database, AUTH_SECRET: authSecret(folder), PIPELOG_DATA: folder };
}
