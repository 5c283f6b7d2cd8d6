import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/**
 * One line of standard input, such as a password: asked for at a terminal without showing it, read from a
 * pipe or file otherwise.
 *
 * @param patience milliseconds after which a pipe that says nothing is taken for none.
 * @returns the line; undefined when there is none.
 */
export async function readSecret(prompt: string, patience: number): Promise<string | undefined> {
  const { stdin } = process;
  if (stdin.isTTY) process.stderr.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY });
  lines.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
  const timer = stdin.isTTY ? undefined : setTimeout(() => lines.close(), patience);
  try {
    return await new Promise((resolve) => {
      lines.once("line", resolve);
      lines.once("close", () => resolve(undefined));
    });
  } finally {
    clearTimeout(timer);
    lines.close();
    stdin.destroy();
    if (stdin.isTTY) process.stderr.write("\n");
  }
}
