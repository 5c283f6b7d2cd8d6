import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { stopGroup } from "./child-process.mjs";
import { processIdentity } from "./process-identity.mjs";

/**
 * @typedef {{ holder: string, child?: string }} Lock
 *   who holds it and the program that works for it: see processIdentity
 */

/**
 * Does the work while no other process of this machine does work under the same lock; waits for those
 * who do. A holder that was killed is noticed, and the program it left behind is ended first.
 *
 * @template T
 * @param {string} path of the lock's file
 * @param {(nameChild: (pid: number) => void) => Promise<T>} work is to name the program it starts
 * @returns {Promise<T>}
 */
export async function exclusively(path, work) {
  const holder = processIdentity(process.pid) ?? String(process.pid);
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path, { holder })) {
    const lock = read(path);
    if (lock && processIdentity(pidOf(lock.holder)) !== lock.holder) await breakLock(path, lock);
    else await wait(100);
  }
  const release = () => {
    if (read(path)?.holder === holder) rmSync(path, { force: true });
  };
  process.once("exit", release);
  try {
    return await work((pid) => put(path, { holder, child: processIdentity(pid) }));
  } finally {
    release();
    process.off("exit", release);
  }
}

/**
 * @param {string} path
 * @param {Lock} lock
 * @returns {boolean} whether it was free
 */
function take(path, lock) {
  const own = ownFile(path);
  writeFileSync(own, JSON.stringify(lock));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * @param {string} path
 * @param {Lock} lock
 */
function put(path, lock) {
  writeFileSync(ownFile(path), JSON.stringify(lock));
  renameSync(ownFile(path), path);
}

/**
 * @param {string} path
 * @param {Lock} dead
 */
async function breakLock(path, dead) {
  if (dead.child && processIdentity(pidOf(dead.child)) === dead.child) stopGroup(pidOf(dead.child));
  const taken = `${ownFile(path)}.broken`;
  try {
    renameSync(path, taken);
  } catch {
    return;
  }
  // Another process may have broken it and taken it anew in between.
  if (read(taken)?.holder !== dead.holder) linkSync(taken, path);
  rmSync(taken, { force: true });
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function ownFile(path) {
  return `${path}.${process.pid}`;
}

/** @param {string} identity */
function pidOf(identity) {
  return Number(identity.split(" ")[0]);
}
