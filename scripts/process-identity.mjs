import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** `ps` says when a process started in the language and time zone of who asks: all are told the same. */
const askedByAll = { LC_ALL: "C", TZ: "UTC" };

/**
 * Tells a process from a later one with the same id.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined when it has ended
 */
export function processIdentity(pid) {
  if (process.platform === "linux") {
    const [state, ...rest] = linuxStatus(pid);
    return state && state !== "Z" ? `${pid} ${rest[18]}` : undefined;
  }
  try {
    const env = { ...process.env, ...askedByAll };
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env,
    }).trim();
    return started ? `${pid} ${started}` : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @returns {string} the process that started it, where the system tells that cheaply; else empty
 */
export function parentOf(pid) {
  return process.platform === "linux" ? (linuxStatus(pid)[1] ?? "") : "";
}

/**
 * @param {number} pid
 * @returns {boolean} whether it is a shell that runs one command (`sh -c …`), where the system tells that cheaply
 */
export function isShellWithCommand(pid) {
  if (process.platform !== "linux") return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[1] === "-c";
  } catch {
    return false;
  }
}

/**
 * @param {number} pid
 * @returns {string[]} the fields of proc(5) after the name: state, parent, …
 */
function linuxStatus(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return [];
  }
}
