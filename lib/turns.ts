import { RuleError } from "@/lib/rule-error";

/** Nobody may wait any longer: too many are waiting already. Nothing was done; trying again may work at once. */
export class TooBusyError extends RuleError {
  override name = "TooBusyError";

  constructor() {
    super("Too much is going on right now. Please try again in a moment.");
  }
}

/**
 * Lets at most `atOnce` tasks run at a time; the rest wait in order, at most `waiting` of them.
 *
 * @returns a function that runs a task in its turn; it throws TooBusyError when the queue is full. Its `mustWait` tells
 * whether the next task would wait.
 */
export function takeTurns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0;
  const queue: (() => void)[] = [];

  async function inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) throw new TooBusyError();
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await task();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  }
  return Object.assign(inTurn, { mustWait: () => running >= atOnce });
}
