import type { Random } from "@/lib/demo/random";
import type { DurableCluster } from "./durable-cluster";

/** What is killed: always at once and without a chance to tidy up. */
export const victims = [
  "the app",
  "the server, not its backends",
  "one backend",
  "the server and its backends",
  "everything",
] as const;

type Victim = (typeof victims)[number];

/** Whether the app's own processes die too; else they must go on by themselves once the server is back. */
export function takesApp(victim: Victim): boolean {
  return victim === "the app" || victim === "everything";
}

function end(pids: readonly number[], signal: "SIGKILL" | "SIGSTOP" = "SIGKILL"): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  }
}

/** Kills the victim. The server is halted first where its backends go too, so that it makes no new ones. */
export function kill(
  victim: Victim,
  cluster: Pick<DurableCluster, "processes">,
  app: readonly number[],
  random: Random,
): void {
  end(doomed(victim, cluster, app, random));
}

function doomed(
  victim: Victim,
  { processes }: Pick<DurableCluster, "processes">,
  app: readonly number[],
  random: Random,
): readonly number[] {
  if (victim === "the app") return app;
  const { server, backends } = processes();
  if (victim === "the server, not its backends") return [server];
  if (victim === "one backend") return [random.pick(backends)];
  end([server], "SIGSTOP");
  const halted = processes();
  const postgres = [...halted.backends, server];
  return victim === "everything" ? [...app, ...halted.keepers, ...postgres] : postgres;
}
