import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const longestSocketPath = 100;
const longestName = ".s.PGSQL.5432.lock".length;

/** @type {Map<string, string>} */
const links = new Map();

/**
 * A path of a socket goes into a field of 104 or 108 bytes, and Postgres and its clients take a comma in it for the end
 * of one of several. For a folder too deep or named so this makes a short link to it, which goes when this process ends.
 *
 * @param {string} folder holds sockets
 * @returns {string} the folder, or a short path to it
 */
export function shortSocketFolder(folder) {
  const path = resolve(folder);
  if (Buffer.byteLength(path) + 1 + longestName <= longestSocketPath && !path.includes(",")) return path;
  const known = links.get(path);
  if (known && existsSync(known)) return known;
  const parent = mkdtempSync(join(existsSync("/tmp") ? "/tmp" : tmpdir(), "pl-"));
  chmodSync(parent, 0o711);
  const link = join(parent, "s");
  symlinkSync(path, link);
  links.set(path, link);
  process.once("exit", () => rmSync(parent, { recursive: true, force: true }));
  return link;
}
