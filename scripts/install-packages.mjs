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
  for (const [path, { version, optional }] of Object.entries(locked)) {
    if (path !== "" && lying[path]?.version !== version && !(optional && !lying[path])) return false;
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
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith("npm-cli.js")) return { command: process.execPath, args: [running] };
  return { command: "npm", args: [] };
}
