import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { isAbsolute, join, resolve, sep } from "node:path";
import { OperatorError } from "./operator-error.mjs";
import { requireOwn } from "./postgres-binaries.mjs";
import { projectRoot } from "./project-root.mjs";
import { tell } from "./step.mjs";

/**
 * Where this installation keeps its database and secrets, made when missing: `PIPELOG_DATA`, else
 * `/var/lib/pipelog` for root, else `$XDG_DATA_HOME/pipelog`. Never in the checkout, where cleaning it
 * would take the data along.
 *
 * @returns {string}
 */
export function dataFolder() {
  const folder = chosenFolder();
  requireOutside(folder, projectRoot);
  makePrivate(folder);
  const path = realpathSync(folder);
  requireOutside(path, realpathSync(projectRoot));
  if ([tmpdir(), "/tmp", "/var/tmp"].some((temporary) => isWithin(path, resolve(temporary)))) {
    tell(
      `The data folder ${folder} is in a temporary folder, so its data can vanish: this is for trials only.`,
    );
  }
  return folder;
}

/**
 * @param {string} folder made when missing, for its owner alone; root's can be passed through. Root leaves
 *   another account's installation as it is.
 */
export function makePrivate(folder) {
  const isRoot = process.getuid?.() === 0;
  const mode = isRoot ? 0o711 : 0o700;
  try {
    if (isRoot && isOfDataOwner(folder)) return;
    mkdirSync(folder, { recursive: true, mode });
    requireOwn(folder);
    chmodSync(folder, mode);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw unusable(`The folder ${folder}`, error);
  }
}

/**
 * @param {string} what
 * @param {unknown} error
 */
function unusable(what, error) {
  return new OperatorError(`${what} cannot be used: ${error instanceof Error ? error.message : error}`);
}

/**
 * @param {string} folder
 * @returns {boolean} whether it belongs to the account that the database in it belongs to
 */
function isOfDataOwner(folder) {
  const data = statSync(join(folder, "postgres"), { throwIfNoEntry: false });
  return data !== undefined && data.uid === statSync(folder).uid;
}

/**
 * @param {string} folder
 * @returns {string} the key of this installation's cookies, made once; of `AUTH_SECRET` when that is set
 */
export function authSecret(folder) {
  return (
    process.env.AUTH_SECRET?.trim() ||
    keptText(join(folder, "auth-secret"), () => randomBytes(33).toString("base64"))
  );
}

/**
 * @param {string} file
 * @param {() => string} make
 * @returns {string} what the file says; made, for its owner alone, when there is none
 * @throws {OperatorError} when it can neither be read nor made, as on a full disk
 */
export function keptText(file, make) {
  try {
    if (!existsSync(file)) makeOnce(file, make());
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw unusable(`The file ${file}`, error);
  }
}

/**
 * @param {string} file whole or not there; left as it is when another process makes it first
 * @param {string} text
 */
function makeOnce(file, text) {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, text, { mode: 0o600, flush: true });
    linkSync(own, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function chosenFolder() {
  const { PIPELOG_DATA, XDG_DATA_HOME } = process.env;
  if (PIPELOG_DATA) return resolve(process.env.INIT_CWD ?? process.cwd(), PIPELOG_DATA);
  if (process.getuid?.() === 0) return "/var/lib/pipelog";
  const shared =
    XDG_DATA_HOME && isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : join(homedir(), ".local", "share");
  return join(shared, "pipelog");
}

/**
 * @param {string} folder
 * @param {string} checkout
 */
function requireOutside(folder, checkout) {
  if (!isWithin(folder, checkout)) return;
  throw new OperatorError(
    `The data folder ${folder} lies in the checkout, where git can delete it: set PIPELOG_DATA to another.`,
  );
}

/**
 * @param {string} path
 * @param {string} parent
 */
function isWithin(path, parent) {
  return path === parent || path.startsWith(parent + sep);
}
