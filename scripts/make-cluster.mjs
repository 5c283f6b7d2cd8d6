import { spawnSync } from "node:child_process";
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";

export const postgresUser = "pipelog";
export const postgresDatabase = "pipelog";

/** Nothing of this process's own environment may change what Postgres does. */
export const serverEnvironment = Object.assign(Object.create(null), { PATH: process.env.PATH, LC_ALL: "C" });

/**
 * Made beside its place and moved there when complete, so that a crash leaves nothing half made.
 *
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 * @param {import("./postgres-binaries.mjs").Binaries} binaries
 * @param {import("./postgres-binaries.mjs").Account} account
 */
export function makeCluster(cluster, binaries, account) {
  const parent = join(cluster.data, "..");
  for (const name of readdirSync(parent)) {
    if (name.startsWith("postgres.new-")) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const fresh = mkdtempSync(`${cluster.data}.new-`);
  makeFolder(fresh, account);
  const options = { ...account, cwd: "/", env: serverEnvironment, encoding: /** @type {const} */ ("utf8") };
  const locale =
    binaries.major >= 17
      ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
      : ["--locale=C.UTF-8"];
  const quick = cluster.temporary ? ["--no-sync"] : [];
  const access = ["-U", postgresUser, "--auth-local=trust", "--auth-host=reject"];
  const init = spawnSync(
    join(binaries.folder, "initdb"),
    ["-D", fresh, "--encoding=UTF8", "--no-instructions", ...access, ...locale, ...quick],
    options,
  );
  if (init.status !== 0) throw new Error(`PostgreSQL's initdb failed: ${init.error?.message ?? init.stderr}`);
  const create = spawnSync(
    join(binaries.folder, "postgres"),
    ["--single", "-D", fresh, ...(cluster.temporary ? ["-F"] : []), "postgres"],
    { ...options, input: `create database ${postgresDatabase};\n` },
  );
  if (create.status !== 0) throw new Error(`PostgreSQL could not make a database: ${create.stderr}`);
  renameSync(fresh, cluster.data);
  const directory = openSync(parent, "r");
  fsyncSync(directory);
  closeSync(directory);
}

/**
 * Makes a folder for the account that Postgres runs as, and for nobody else.
 *
 * @param {string} folder
 * @param {import("./postgres-binaries.mjs").Account} account
 */
export function makeFolder(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Its parent may be the account's own: root follows no link that the account can set.
  const made = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  if (account) fchownSync(made, account.uid, account.gid);
  fchmodSync(made, 0o700);
  closeSync(made);
}

/**
 * Opens a log; one that is missing is made for the account that Postgres runs as, who may open it next time.
 *
 * @param {string} path
 * @param {"a" | "w"} flags
 * @param {import("./postgres-binaries.mjs").Account} account
 */
export function openLog(path, flags, account) {
  if (account && !existsSync(path)) {
    const made = openSync(path, "wx", 0o600);
    fchownSync(made, account.uid, account.gid);
    closeSync(made);
  }
  return openSync(path, flags, 0o600);
}
