// npm test [-- --every-postgres]: everything that says whether this checkout is good, on a database and a build of its
// own. Its last line counts the tests, and each check beside them that failed; the lines before it say which failed.

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "./build-app.mjs";
import { runChild } from "./child-process.mjs";
import { installPackages } from "./install-packages.mjs";
import { main } from "./lifecycle.mjs";
import { oldestMajor, postgresAccount, postgresMajor, systemPostgresFolders } from "./postgres-binaries.mjs";
import { projectRoot } from "./project-root.mjs";
import { tell } from "./step.mjs";
import { systemChromium } from "./system-chromium.mjs";

const results = join(projectRoot, "test-results");
const counts = { passed: 0, failed: 0 };
/** @type {string[]} told again at the end: what failed early is far up by then */
const failures = [];

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, success: boolean,
 *   testResults: { name: string, status: string, message: string,
 *     assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} VitestReport
 * @typedef {{ title: string, file: string, suites?: Suite[],
 *   specs: { title: string, tests: { projectName: string, status: string,
 *     results: { errors: { message?: string }[] }[] }[] }[] }} Suite
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   suites: Suite[], errors: { message?: string }[] }} JourneyReport
 */

await main(
  async (wanted) => {
    rmSync(results, { recursive: true, force: true });
    await installPackages();
    // Compiler and tests make more that is soon forgotten than node has room for: moving it is up to a twelfth of their time.
    process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --max-semi-space-size=64`.trim();
    const [isBuilt, hasChromium] = await Promise.all([
      succeeds("The production build", buildApp),
      findOrInstallChromium(),
      check("Lint", packageScript("@biomejs/biome", "biome"), ["check"]),
    ]);
    await Promise.all([checkTypes(), runVitest("rules, databases and scripts", [], {})]);
    if (wanted["every-postgres"]) await runOnSystemPostgres();
    if (!hasChromium) count("The browser tests need Chromium, and it could not be installed.", 1, 0, []);
    else if (isBuilt) await runJourneys();
    for (const failure of failures) process.stdout.write(`Failed: ${failure}\n`);
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
    return counts.failed > 0 ? 1 : 0;
  },
  { usage: "npm test [-- --every-postgres]", flags: ["every-postgres"] },
);

/** Typed routes come from Next. */
async function checkTypes() {
  const next = packageScript("next", "next");
  const { status } = await runChild(process.execPath, [next, "typegen"], {
    cwd: projectRoot,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) tell("Next could not generate the types of the routes.");
  await check("Types", packageScript("typescript", "tsc"), ["--noEmit", "--project", "."]);
}

/**
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 */
async function check(name, script, args) {
  await succeeds(name, async () => {
    const { status, output } = await runChild(process.execPath, [script, ...args], { cwd: projectRoot });
    if (status !== 0) throw new Error(output);
  });
}

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>}
 */
async function succeeds(name, work) {
  try {
    await work();
    tell(`${name}: good`);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    counts.failed += 1;
    failures.push(`${name}\n${reason}`);
    tell(`${name}: failed\n${reason}`);
    return false;
  }
}

/**
 * @param {string} name what is tested
 * @param {string[]} files all when empty
 * @param {Record<string, string>} env
 */
async function runVitest(name, files, env) {
  const report = join(results, `${name.replaceAll(/\W+/g, "-")}.json`);
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...files];
  tell(`The tests of ${name}:`);
  const { status } = await runChild(process.execPath, [packageScript("vitest", "vitest"), ...args], {
    cwd: projectRoot,
    env,
    show: true,
  });
  /** @type {VitestReport | undefined} */
  const read = readReport(report);
  const failed = read?.testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const inside = assertionResults
      .filter((assertion) => assertion.status === "failed")
      .map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${failureMessages.join("\n")}`);
    return status === "failed" && inside.length === 0 ? [`${file}\n${message}`] : inside;
  });
  count(`The tests of ${name}`, status, read?.numPassedTests ?? 0, failed ?? []);
}

/** The tests that need a database run again where another version of Postgres is installed. */
async function runOnSystemPostgres() {
  if (process.env.PIPELOG_POSTGRES_BIN) return;
  const account = postgresAccount();
  const folder = systemPostgresFolders().find((candidate) => {
    const major = postgresMajor(candidate, account);
    return major !== undefined && major >= oldestMajor;
  });
  if (!folder) return;
  await runVitest(`databases once more, on the Postgres in ${folder}`, databaseTests(), {
    PIPELOG_POSTGRES_BIN: folder,
  });
}

function databaseTests() {
  return ["db", "lib", "scripts", "tests"]
    .flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((name) => name.endsWith(".test.ts"))
    .filter((name) => readFileSync(join(projectRoot, name), "utf8").includes("createTestDatabase"));
}

async function runJourneys() {
  const playwright = packageScript("@playwright/test", "playwright");
  const { status } = await runChild(process.execPath, [playwright, "test"], { cwd: projectRoot, show: true });
  /** @type {JourneyReport | undefined} */
  const read = readReport(join(results, "journeys.json"));
  const failed = [
    ...(read?.errors ?? []).map(({ message }) => String(message)),
    ...(read?.suites ?? []).flatMap(failedJourneys),
  ];
  count("The journeys", status, read?.stats.expected ?? 0, failed);
}

/**
 * One that passed only when it was tried again has failed.
 *
 * @param {Suite} suite
 * @returns {string[]}
 */
function failedJourneys({ file, specs, suites }) {
  const failed = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) => {
        const errors = results.flatMap((result) => result.errors.map(({ message }) => message));
        return `[${projectName}] ${file} › ${title}\n${errors.join("\n")}`;
      }),
  );
  return [...failed, ...(suites ?? []).flatMap(failedJourneys)];
}

/** The system's, else Playwright's own, else Debian's. */
async function findOrInstallChromium() {
  if (systemChromium()) return true;
  const playwright = packageScript("@playwright/test", "playwright");
  const own = await runChild(process.execPath, [playwright, "install", "chromium"], { cwd: projectRoot });
  if (own.status === 0) return true;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runChild("apt-get", ["update"], { cwd: projectRoot, env });
  for (const name of ["chromium-headless-shell", "chromium"]) {
    await runChild("apt-get", ["install", "--yes", "--no-install-recommends", name], {
      cwd: projectRoot,
      env,
    });
    if (systemChromium()) return true;
  }
  return false;
}

/**
 * @param {string} name of the runner: one that failed without a failed test is itself a failure
 * @param {number} status of the runner
 * @param {number} passed
 * @param {string[]} failed what to tell of each
 */
function count(name, status, passed, failed) {
  const told = status !== 0 && failed.length === 0 ? [name] : failed;
  counts.passed += passed;
  counts.failed += told.length;
  failures.push(...told);
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/**
 * @param {string} name of an installed package
 * @param {string} command of it
 */
function packageScript(name, command) {
  const folder = join(projectRoot, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}
