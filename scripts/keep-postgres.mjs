// Keeps the cluster of one folder running for as long as anybody holds a connection to its socket there.
// The kernel closes the connections of the dead, so this counts right whoever is killed. Started by
// embedded-postgres.mjs with the folder, and "temporary" for a cluster that goes with its last holder.

import { rmSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { clusterIn, startCluster, stopCluster } from "./postgres-cluster.mjs";
import { isServer } from "./running-server.mjs";
import { shortSocketFolder } from "./short-socket-folder.mjs";

const lookEvery = 300;
const firstHolderWithin = 20_000;
const retryAfter = 3000;

const folder = process.argv[2] ?? "";
const temporary = process.argv[3] === "temporary";
const cluster = clusterIn(folder, temporary);
const socket = join(shortSocketFolder(folder), "keeper.sock");
const keeper = createServer({ allowHalfOpen: true }, welcome);

/** @type {Map<import("node:net").Socket, "failed" | "ready" | undefined>} with what each was told last */
const holders = new Map();
/** @type {Promise<void> | undefined} */
let starting;
let address = 0;
let server = 0;
let failure = "";
let failedAt = 0;
let closing = false;

for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(name, close);
listen();

function listen() {
  keeper.once("error", () => {
    // Another keeper answers there, or a dead one left its socket behind.
    connect(socket)
      .once("connect", () => process.exit(0))
      .once("error", () => {
        rmSync(socket, { force: true });
        listen();
      });
  });
  keeper.listen(socket, () => {
    keeper.removeAllListeners("error");
    address = statSync(socket).ino;
    starting = bringUp();
    setTimeout(() => holders.size === 0 && close(), firstHolderWithin);
    setInterval(look, lookEvery);
  });
}

async function bringUp() {
  try {
    server = await startCluster(cluster);
    failure = "";
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
    failedAt = performance.now();
  }
  starting = undefined;
  for (const holder of holders.keys()) tell(holder);
}

function look() {
  if (closing || starting || isServer(cluster, server)) return;
  // What fails at first is for its holder to know; what fails later, such as on a full disk, may pass.
  if (failure && (!server || performance.now() - failedAt < retryAfter)) return;
  starting = bringUp();
}

/** @param {import("node:net").Socket} holder */
function welcome(holder) {
  holder.on("error", () => holder.destroy());
  if (closing) {
    holder.destroy();
    return;
  }
  holders.set(holder, undefined);
  holder.resume();
  holder.on("end", () => part(holder));
  holder.on("close", () => part(holder));
  if (!starting) tell(holder);
}

/** @param {import("node:net").Socket} holder */
function tell(holder) {
  const news = failure ? "failed" : "ready";
  if (holders.get(holder) === news) return;
  holders.set(holder, news);
  holder.write(failure ? `failed ${failure}\0` : "ready\0");
}

/** @param {import("node:net").Socket} holder */
async function part(holder) {
  if (!holders.delete(holder)) return;
  if (holders.size === 0) await close();
  holder.end();
}

async function close() {
  if (closing) return;
  closing = true;
  const mine = stillMine();
  if (mine) keeper.close();
  await starting;
  if (mine && isServer(cluster, server)) await stopCluster(cluster, server);
  if (mine && temporary) rmSync(folder, { recursive: true, force: true });
  for (const holder of holders.keys()) holder.end();
  setTimeout(() => process.exit(0), 50);
}

function stillMine() {
  try {
    return statSync(socket).ino === address;
  } catch {
    return false;
  }
}
