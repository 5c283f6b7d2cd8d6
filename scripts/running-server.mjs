// Whether a server runs on a cluster, and which process it is: by the lock it keeps in the files of the cluster, which
// one that was killed leaves behind.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** How often one looks again whether a server has started or ended, in milliseconds. */
export const poll = 15;

/**
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 * @param {number} pid
 * @returns {boolean} whether this process is the server of this cluster
 */
export function isServer(cluster, pid) {
  if (!signal(pid, 0)) return false;
  try {
    if (process.platform !== "linux") {
      const command = execFileSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" });
      return command.includes(cluster.data) && !command.startsWith("Z");
    }
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster.data);
  } catch {
    return false;
  }
}

/**
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 * @returns {Promise<number | undefined>} undefined when none runs
 */
export async function runningServer(cluster) {
  for (;;) {
    const lock = readLock(cluster);
    if (!lock || !isServer(cluster, lock.pid)) {
      if (lock) disownLock(cluster, lock.pid);
      return undefined;
    }
    if (lock.status === "ready") return lock.pid;
    await wait(poll);
  }
}

/**
 * Postgres believes a lock whose process id lives again as somebody else's; it never believes one of its
 * parent, and then still looks whether the old server's memory is in use.
 *
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 * @param {number} pid
 */
function disownLock(cluster, pid) {
  if (!signal(pid, 0)) return;
  for (const path of [lockOf(cluster), join(cluster.sockets, ".s.PGSQL.5432.lock")]) {
    if (!existsSync(path)) continue;
    writeFileSync(path, readFileSync(path, "utf8").replace(/^\d+/, String(process.pid)));
  }
}

/**
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 * @returns {{ pid: number, status: string | undefined } | undefined} what a server that runs, or was killed, left there
 */
export function readLock(cluster) {
  try {
    const lines = readFileSync(lockOf(cluster), "utf8").split("\n");
    return { pid: Number(lines[0]), status: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

/** @param {import("./postgres-cluster.mjs").Cluster} cluster */
function lockOf(cluster) {
  return join(cluster.data, "postmaster.pid");
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} whether there is such a process
 */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
