import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runChild } from "./child-process.mjs";
import { OperatorError } from "./operator-error.mjs";
import { projectRoot } from "./project-root.mjs";
import { tell } from "./step.mjs";

/**
 * @param {string} name of a TypeScript command under scripts/
 * @param {string[]} args
 * @returns {string[]} what node is to be given to migrate the database and run the command
 */
export function commandLine(name, args = []) {
  const tsx = pathToFileURL(join(projectRoot, "node_modules", "tsx", "dist", "loader.mjs"));
  return ["--import", tsx.href, join(projectRoot, "scripts", "command.ts"), name, ...args];
}

/** What a TypeScript command needs to find the sources from any working folder. */
export const commandEnvironment = { TSX_TSCONFIG_PATH: join(projectRoot, "tsconfig.json") };

/**
 * Runs one to its end, out of sight but for what it warns of.
 *
 * @param {string} name
 * @param {Record<string, string | undefined>} env
 * @param {(pid: number) => void} [onStart]
 * @returns {Promise<string>} what it printed
 * @throws {OperatorError} with what it printed, when it failed
 */
export async function runCommand(name, env, onStart) {
  const { status, stdout, stderr, output } = await runChild(process.execPath, commandLine(name), {
    cwd: projectRoot,
    env: { ...env, ...commandEnvironment, NODE_NO_WARNINGS: "1" },
    onStart,
  });
  if (status !== 0) throw new OperatorError(output.trim());
  if (stderr.trim() !== "") tell(stderr.trim());
  return stdout.trim();
}
