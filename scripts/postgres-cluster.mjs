import { spawn } from "node:child_process";
import { closeSync, existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeCluster, makeFolder, openLog, serverEnvironment } from "./make-cluster.mjs";
import { findPostgresBinaries, postgresAccount } from "./postgres-binaries.mjs";
import { isServer, poll, readLock, runningServer, signal } from "./running-server.mjs";
import { shortSocketFolder } from "./short-socket-folder.mjs";

const largestLog = 10_000_000;
const endsWithin = 8;

/**
 * @typedef {object} Cluster
 * @property {string} data the files of the cluster
 * @property {string} sockets the folder of its socket
 * @property {string} log what Postgres says
 * @property {boolean} temporary for tests: quick, and nothing survives a crash
 */

/**
 * @param {string} folder
 * @param {boolean} temporary
 * @returns {Cluster}
 */
export function clusterIn(folder, temporary) {
  return {
    data: join(folder, "postgres"),
    sockets: join(folder, "socket"),
    log: join(folder, "postgres.log"),
    temporary,
  };
}

/**
 * Brings the cluster up, whatever a crash left behind: made when there is none, taken over when a server
 * already runs on it, else started.
 *
 * @param {Cluster} cluster
 * @returns {Promise<number>} the server's process id, once it takes connections
 * @throws {Error} with what Postgres said
 */
export async function startCluster(cluster) {
  const account = postgresAccount(cluster.data);
  makeFolder(cluster.sockets, account);
  const running = await runningServer(cluster);
  if (running) return running;
  const version = join(cluster.data, "PG_VERSION");
  const major = existsSync(version) ? Number(readFileSync(version, "utf8")) : undefined;
  const binaries = findPostgresBinaries(account, major);
  if (!major) makeCluster(cluster, binaries, account);
  for (let attempt = 1; ; attempt += 1) {
    const pid = await launch(cluster, binaries, account);
    if (pid) return pid;
    const other = await runningServer(cluster);
    if (other) return other;
    // Backends of a server that was killed hold its memory until they notice.
    if (attempt === 20 || !lastWords(cluster).includes("shared memory block")) {
      throw new Error(`PostgreSQL did not start. ${cluster.log} ends with:\n${lastWords(cluster)}`);
    }
    await wait(250);
  }
}

/**
 * Stops the server with everything it holds written, or at once when it is a temporary one.
 *
 * @param {Cluster} cluster
 * @param {number} pid
 */
export async function stopCluster(cluster, pid) {
  if (!signal(pid, cluster.temporary ? "SIGQUIT" : "SIGINT")) return;
  const deadline = performance.now() + 60_000;
  while (isServer(cluster, pid)) {
    if (performance.now() > deadline) signal(pid, "SIGQUIT");
    await wait(poll);
  }
}

/**
 * Deletes a cluster that can be made again, with a server whose keeper was killed; leaves it when its
 * keeper lives.
 *
 * @param {string} folder
 */
export async function removeUnusedCluster(folder) {
  if (await answers(join(shortSocketFolder(folder), "keeper.sock"))) return;
  const cluster = clusterIn(folder, true);
  const pid = readLock(cluster)?.pid;
  if (pid && isServer(cluster, pid)) await stopCluster(cluster, pid);
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} socket
 * @returns {Promise<boolean>}
 */
function answers(socket) {
  return new Promise((known) => {
    const connection = connect(socket);
    connection.once("connect", () => {
      connection.destroy();
      known(true);
    });
    connection.once("error", () => known(false));
  });
}

/**
 * @param {Cluster} cluster
 * @param {import("./postgres-binaries.mjs").Binaries} binaries
 * @param {import("./postgres-binaries.mjs").Account} account
 * @returns {Promise<number | undefined>} undefined when it ended before it was ready
 */
async function launch(cluster, binaries, account) {
  if (existsSync(cluster.log) && statSync(cluster.log).size > largestLog)
    renameSync(cluster.log, `${cluster.log}.1`);
  const log = openLog(cluster.log, "a", account);
  const server = spawn(join(binaries.folder, "postgres"), ["-D", cluster.data, ...settings(cluster)], {
    ...account,
    cwd: "/",
    detached: true,
    env: serverEnvironment,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let ended = false;
  server.once("exit", () => {
    ended = true;
  });
  server.once("error", () => {
    ended = true;
  });
  server.unref();
  while (!ended) {
    const lock = readLock(cluster);
    if (lock && lock.pid === server.pid && lock.status === "ready") return server.pid;
    await wait(poll);
  }
  return undefined;
}

/** @param {Cluster} cluster */
function settings(cluster) {
  const common = {
    listen_addresses: "",
    port: "5432",
    unix_socket_directories: shortSocketFolder(cluster.sockets),
    unix_socket_permissions: "0700",
    max_connections: cluster.temporary ? "200" : "100",
    max_parallel_workers_per_gather: "0",
    jit: "off",
    log_checkpoints: "off",
    timezone: "UTC",
    log_timezone: "UTC",
  };
  const reckless = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: "0",
    wal_init_zero: "off",
    autovacuum: "off",
  };
  return Object.entries(cluster.temporary ? { ...common, ...reckless } : common).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
}

/** @param {Cluster} cluster */
function lastWords(cluster) {
  return existsSync(cluster.log) ? endOfLog(readFileSync(cluster.log, "utf8")) : "";
}

/**
 * The end of a log of Postgres: the last four lines, and from why it ended where that stands a few lines before them.
 * That it lets nobody in while it starts is why a client was turned away, not why it ended.
 *
 * @param {string} log
 * @returns {string}
 */
export function endOfLog(log) {
  const lines = log.trimEnd().split("\n").slice(-endsWithin);
  const reason = lines.findLastIndex((line) => /\b(FATAL|PANIC): {2}(?!the database system is )/.test(line));
  return lines.slice(reason < 0 ? -4 : Math.min(reason, Math.max(0, lines.length - 4))).join("\n");
}
