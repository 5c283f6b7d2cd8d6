import { spawn } from "node:child_process";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a program in a process group of its own and keeps what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined>, show?: boolean, onStart?: (pid: number) => void }} options
 *   show: pass on what it prints as it comes
 * @returns {Promise<{ status: number, stdout: string, stderr: string, output: string }>}
 *   status is not 0 either when it was killed; output is what it printed on both
 */
export function runChild(command, args, { cwd, env = {}, show = false, onStart }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      detached: true,
      env: Object.assign({ ...process.env }, env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let stdout = "";
    let stderr = "";
    let output = "";
    /** @param {Buffer} data */
    const keep = (data) => {
      output += data;
      if (show) process.stdout.write(data);
    };
    child.stdout.on("data", (data) => {
      stdout += data;
      keep(data);
    });
    child.stderr.on("data", (data) => {
      stderr += data;
      keep(data);
    });
    child.once("spawn", () => child.pid && onStart?.(child.pid));
    child.once("error", reject);
    child.once("close", (status) => {
      running.delete(child);
      resolve({ status: status ?? 1, stdout, stderr, output });
    });
  });
}

/** Ends every program that is still running, with all that it started. */
export function stopChildren() {
  for (const { pid } of running) if (pid) stopGroup(pid);
}

/** @param {number} pid the group's first process */
export function stopGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}
