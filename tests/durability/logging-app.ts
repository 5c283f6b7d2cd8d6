import { type AppProcess, startAppProcess } from "./app-process";
import type { DurableCluster } from "./durable-cluster";
import type { Scene } from "./made-entries";

/**
 * The process that logs entries, and what a device would know of them: which were sent, which confirmed.
 * Started again after its death it first sends what was not confirmed.
 */
export class LoggingApp {
  readonly sent = new Set<number>();
  readonly confirmed = new Set<number>();
  #process: AppProcess | undefined;
  #paused: (() => void) | undefined;

  constructor(
    private readonly cluster: DurableCluster,
    private readonly scene: Scene,
  ) {}

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get unconfirmed(): number[] {
    return [...this.sent].filter((number) => !this.confirmed.has(number));
  }

  get isAlive(): boolean {
    return this.#process?.isAlive() ?? false;
  }

  get complaints(): string {
    return this.#process?.complaints() ?? "";
  }

  async start(): Promise<void> {
    if (this.isAlive) return;
    const task = JSON.stringify({ again: this.unconfirmed, next: Math.max(0, ...this.sent) + 1 });
    this.#process = await startAppProcess(
      "log-entries.ts",
      [JSON.stringify(this.scene), task],
      this.cluster.env,
      (word, rest) => this.#hear(word, Number(rest)),
    );
  }

  go(): void {
    this.#process?.tell("go");
  }

  /** Resolves when it has confirmed all that it sent, or is dead and all that it said was heard. */
  async rest(): Promise<void> {
    const paused = new Promise<void>((resolve) => {
      this.#paused = resolve;
    });
    this.#process?.tell("pause");
    await Promise.race([paused, this.#process?.closed]);
  }

  async stop(): Promise<void> {
    if (this.isAlive) process.kill(this.pid, "SIGKILL");
    await this.#process?.closed;
  }

  #hear(word: string, number: number): void {
    if (word === "sending") this.sent.add(number);
    else if (word === "confirmed") this.confirmed.add(number);
    else this.#paused?.();
  }
}
