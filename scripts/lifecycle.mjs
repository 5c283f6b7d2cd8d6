import { parseArgs } from "node:util";
import { stopChildren } from "./child-process.mjs";
import { OperatorError } from "./operator-error.mjs";
import { isShellWithCommand, parentOf } from "./process-identity.mjs";
import { tell } from "./step.mjs";

const oldestNode = [20, 19];
const parentLook = 500;
const signals = /** @type {const} */ ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 });

/** @type {(() => Promise<void> | void)[]} */
const closers = [];
let stopping = false;

/**
 * Runs one of the launcher's commands: an OperatorError becomes its sentence and exit status 1, and a
 * signal, or the death of the npm that started it, stops everything that was started.
 *
 * @param {(flags: Record<string, unknown>) => Promise<number | undefined>} work is given the flags that are set; ends
 *   with the exit status; undefined: runs until stopped
 * @param {{ signalled?: (number: number) => number, usage?: string, flags?: string[] }} [options] signalled: the exit
 *   status after a signal; 0 by default. usage: how the command is called, which `--help` prints; without it the
 *   arguments are not looked at. flags: which there are beside it
 */
export async function main(work, { signalled = () => 0, usage, flags = [] } = {}) {
  for (const [name, number] of Object.entries(signals)) process.on(name, () => stop(signalled(number)));
  if (process.env.npm_lifecycle_event) {
    watchParents(() => {
      // Whoever read it may have ended too.
      process.stderr.on("error", () => {});
      tell("Stopping, for the npm that started this has ended.");
      stop(signalled(signals.SIGTERM));
    });
  }
  try {
    requireNode();
    const given = usage ? readFlags(usage, flags) : {};
    if (given.help) process.stdout.write(`${usage}\n`);
    const status = given.help ? 0 : await work(given);
    if (status !== undefined) await stop(status);
  } catch (error) {
    if (!stopping) tell(error instanceof OperatorError ? error.message : storyOf(error));
    await stop(1);
  }
}

/**
 * @param {string} usage
 * @param {string[]} flags
 * @returns {Record<string, unknown>}
 */
function readFlags(usage, flags) {
  const options = Object.fromEntries(
    ["help", ...flags].map((name) => [name, { type: /** @type {const} */ ("boolean") }]),
  );
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split(/\.(?:\s|$)/);
    throw new OperatorError(`${sentence}.\n${usage}`);
  }
}

/** @param {() => Promise<void> | void} close called on stopping, the latest first */
export function onStop(close) {
  closers.push(close);
}

/** @param {number} status the exit status */
export async function stop(status) {
  if (stopping) return;
  stopping = true;
  stopChildren();
  for (const close of closers.reverse()) {
    try {
      await close();
    } catch (error) {
      tell(storyOf(error));
    }
  }
  process.exit(status);
}

/**
 * Killed outright, npm and the shell it starts us by cannot pass that on. A shell that became us (bash does) left npm
 * as our parent: its own parent may end as it likes.
 *
 * @param {() => void} onOrphaned
 */
function watchParents(onOrphaned) {
  const byShell = isShellWithCommand(process.ppid);
  const parents = () => `${process.ppid} ${byShell && parentOf(process.ppid)}`;
  const first = parents();
  const looking = setInterval(() => {
    if (parents() === first) return;
    clearInterval(looking);
    onOrphaned();
  }, parentLook).unref();
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new OperatorError(
      `Pipelog needs node ${oldestNode.join(".")} or later; this is ${process.versions.node}.`,
    );
  }
}

/** @param {unknown} error */
function storyOf(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
