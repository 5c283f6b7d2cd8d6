import { once } from "node:events";
import { createInterface } from "node:readline";
import { startScript } from "@/tests/support/start-script";

/** A process of the app under test, told and heard line by line; it ends with this one. */
export type AppProcess = {
  pid: number;
  isAlive: () => boolean;
  tell: (line: string) => void;
  /** What it said on its error output. */
  complaints: () => string;
  /** Resolves when it has ended and all that it said has been heard. */
  closed: Promise<void>;
};

/**
 * Starts a TypeScript file beside this one.
 *
 * @param hear gets each line it says as its first word and the rest
 * @throws Error with what it complained of, when it ends before it is ready
 */
export async function startAppProcess(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  hear: (word: string, rest: string) => void,
): Promise<AppProcess> {
  const child = await startScript(`tests/durability/${script}`, args, env);
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaints += text;
  });
  child.stdin.on("error", () => {});
  const closed = once(child, "close").then(() => {});
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((ready, fail) => {
    void closed.then(() => fail(new Error(`${script} ended: ${complaints}`)));
    lines.on("line", (line) => {
      const [word = "", ...rest] = line.split(" ");
      if (word === "ready") ready();
      else hear(word, rest.join(" "));
    });
  });
  return {
    pid: child.pid as number,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    complaints: () => complaints,
    tell: (line) => child.stdin.write(`${line}\n`),
    closed,
  };
}
