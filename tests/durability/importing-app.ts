import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type AppProcess, startAppProcess } from "./app-process";
import type { DurableCluster } from "./durable-cluster";
import { madeFile, nameOfFile } from "./made-files";

/** The process that imports files, one after another; a file that was not confirmed is its next one again. */
export class ImportingApp {
  readonly confirmed = new Set<number>();
  /** The file that is being imported or comes next. */
  current = 1;
  /** How many rows each confirmed import said that it added. */
  readonly added: number[] = [];
  readonly failures: string[] = [];
  isImporting = false;
  #process: AppProcess | undefined;
  #answered: (() => void) | undefined;
  #answer: Promise<void> | undefined;

  constructor(
    private readonly cluster: DurableCluster,
    private readonly memberId: number,
    private readonly sharedCustomers: readonly string[],
  ) {}

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get isAlive(): boolean {
    return this.#process?.isAlive() ?? false;
  }

  get complaints(): string {
    return this.#process?.complaints() ?? "";
  }

  async start(): Promise<void> {
    if (this.isAlive) return;
    this.#process = await startAppProcess(
      "import-files.ts",
      [String(this.memberId)],
      this.cluster.env,
      (word, rest) => this.#hear(word, rest),
    );
  }

  async go(): Promise<void> {
    const path = join(this.cluster.folder, nameOfFile(this.current));
    await writeFile(path, madeFile(this.current, this.sharedCustomers));
    this.#answer = new Promise((resolve) => {
      this.#answered = resolve;
    });
    this.isImporting = true;
    this.#process?.tell(path);
  }

  /** Resolves when it has answered, or is dead and all that it said was heard. */
  async rest(): Promise<void> {
    await Promise.race([this.#answer, this.#process?.closed]);
    this.isImporting = false;
  }

  async stop(): Promise<void> {
    if (this.isAlive) process.kill(this.pid, "SIGKILL");
    await this.#process?.closed;
  }

  #hear(word: string, rest: string): void {
    this.isImporting = false;
    if (word === "confirmed") {
      this.confirmed.add(this.current);
      this.added.push(Number(rest));
      this.current += 1;
    } else this.failures.push(rest);
    this.#answered?.();
  }
}
