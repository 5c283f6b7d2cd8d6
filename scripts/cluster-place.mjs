import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { makePrivate } from "./data-folder.mjs";
import { postgresAccount } from "./postgres-binaries.mjs";
import { clusterIn } from "./postgres-cluster.mjs";

const sharedState = "/var/lib/pipelog-demo";

/**
 * As root, Postgres runs as `nobody`, who may not get into a checkout such as one in /root.
 *
 * @param {string} folder
 * @returns {string} the folder, or one that stands for it in a place where Postgres can be
 */
export function reachableFolder(folder) {
  if (isReachable(folder)) return folder;
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const place = join(sharedState, `${basename(folder)}-${hash}`);
  makePrivate(sharedState);
  makePrivate(place);
  return place;
}

/**
 * @param {string} folder
 * @returns {boolean} whether the account that Postgres runs as may go through it
 */
export function isReachable(folder) {
  const account = postgresAccount(clusterIn(folder, false).data);
  return !account || spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
}
