// node scripts/complete-lock.mjs: to be run after a change of the dependencies. A registry that lacks the
// binaries of other systems leaves their optional entries out of package-lock.json, and then `npm ci`
// refuses it. This adds them, and takes out the addresses of the registry.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root.mjs";

/** @typedef {{ version?: string, resolved?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Entry */

const systems = { android: "android", darwin: "darwin", freebsd: "freebsd", linux: "linux", win32: "win32" };
const processors = ["x64", "arm64", "arm", "ia32", "wasm32", "ppc64", "riscv64", "s390x"];

const file = join(projectRoot, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
/** @type {Record<string, Entry>} */
const packages = lock.packages;

let added = 0;
for (const [path, entry] of Object.entries(packages)) {
  if (entry.resolved?.startsWith("http")) delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    packages[`node_modules/${name}`] = platformEntry(name, version, entry.dev);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} optional packages of other systems were added to package-lock.json.\n`);

/**
 * @param {string} path of the package that asks for it
 * @param {string} name
 */
function isLocked(path, name) {
  for (
    let folder = path;
    ;
    folder = folder.slice(0, folder.lastIndexOf("node_modules/")).replace(/\/$/, "")
  ) {
    if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

/**
 * What such packages say in their name is what they are for: `@next/swc-win32-x64-msvc`.
 *
 * @param {string} name
 * @param {string} version
 * @param {boolean | undefined} dev
 */
function platformEntry(name, version, dev) {
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name} is asked for as ${version}: lock it by hand.`);
  const words = name.split(/[-/]/);
  const cpu = processors.find((processor) => words.includes(processor));
  const os = Object.entries(systems).find(([word]) => words.includes(word))?.[1];
  if (!cpu || (!os && cpu !== "wasm32"))
    throw new Error(`${name} does not say what it is for: lock it by hand.`);
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : undefined;
  return { version, cpu: [cpu], dev, libc, optional: true, os: os ? [os] : undefined };
}
