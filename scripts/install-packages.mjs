import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child-process.mjs";
import { exclusively } from "./exclusively.mjs";
import { OperatorError } from "./operator-error.mjs";
import { projectRoot } from "./project-root.mjs";
import { repairPostgres } from "./repair-postgres.mjs";
import { step } from "./step.mjs";

const lockFile = join(projectRoot, "package-lock.json");
const packages = join(projectRoot, "node_modules");
const marker = join(packages, ".pipelog-installed");

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string | string[], cpu?: string | string[],
 *   libc?: string | string[] }} LockedPackage
 */

/** Installs the locked packages when they are missing or of another lock file, and repairs what needs it. */
export async function installPackages() {
  if (!isInstalled()) await install();
  repairPostgres();
}

async function install() {
  await step("Installing the packages", () =>
    exclusively(join(projectRoot, ".data", "install.lock"), async (nameChild) => {
      if (isInstalled()) return;
      const npm = npmCommand();
      const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
      const { status, output } = await runChild(npm.command, [...npm.args, ...args], {
        cwd: projectRoot,
        env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1", NODE_ENV: undefined },
        onStart: nameChild,
      });
      if (status !== 0) {
        throw new OperatorError(`The packages could not be installed. npm said:\n${output.trim()}`);
      }
      writeFileSync(marker, stamp());
    }),
  );
}

/** By the marker of the last install, else (someone ran npm) by npm's own record of what lies there. */
function isInstalled() {
  if (existsSync(marker) && readFileSync(marker, "utf8") === stamp()) return true;
  const record = join(packages, ".package-lock.json");
  if (!existsSync(record)) return false;
  const locked = lockedPackages(lockFile);
  const lying = lockedPackages(record);
  for (const [path, entry] of Object.entries(locked)) {
    if (path === "" || lying[path]?.version === entry.version) continue;
    if (lying[path] || !entry.optional || isMadeForThisSystem(entry)) return false;
  }
  writeFileSync(marker, stamp());
  return true;
}

/** What an install depends on: the lock file, and the platform its binaries are for. */
function stamp() {
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/**
 * `{ os: ["darwin"] }` is not for Linux, `{ os: ["!win32"] }` is; what names no system may be needed by one for
 * another system alone.
 *
 * @param {LockedPackage} locked
 * @param {{ os: string, cpu: string, libc: string | undefined }} [system] libc: undefined beside Linux
 * @returns {boolean} whether it names the systems it is for, this one among them
 */
export function isMadeForThisSystem(locked, system = thisSystem()) {
  const named = /** @type {const} */ (["os", "cpu", "libc"]).filter((name) => locked[name] !== undefined);
  return named.length > 0 && named.every((name) => isAmong([locked[name] ?? []].flat(), system[name]));
}

/**
 * @param {string[]} named
 * @param {string | undefined} own
 */
function isAmong(named, own) {
  if (own === undefined || named.includes(`!${own}`)) return false;
  return named.includes(own) || named.every((other) => other.startsWith("!"));
}

function thisSystem() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  const libc =
    process.platform === "linux" ? (report.header?.glibcVersionRuntime ? "glibc" : "musl") : undefined;
  return { os: process.platform, cpu: process.arch, libc };
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith("npm-cli.js")) return { command: process.execPath, args: [running] };
  return { command: "npm", args: [] };
}
