import { expect, it } from "vitest";
import { TooBusyError, takeTurns } from "./turns";

it("runs two at a time, the rest in order, and refuses what is too much", async () => {
  const inTurn = takeTurns({ atOnce: 2, waiting: 2 });
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const task = (number: number) => () => {
    started.push(number);
    return new Promise<number>((resolve) => finish.push(() => resolve(number)));
  };
  const runs = [1, 2, 3, 4].map((number) => inTurn(task(number)));
  await expect(inTurn(task(5))).rejects.toBeInstanceOf(TooBusyError);
  expect(started).toEqual([1, 2]);

  finish[1]?.();
  expect(await runs[1]).toBe(2);
  await Promise.resolve();
  expect(started).toEqual([1, 2, 3]);

  finish[0]?.();
  await runs[0];
  await Promise.resolve();
  finish[2]?.();
  finish[3]?.();
  expect(await Promise.all(runs)).toEqual([1, 2, 3, 4]);
});

it("gives the turn on when a task fails", async () => {
  const inTurn = takeTurns({ atOnce: 1, waiting: 1 });
  await expect(inTurn(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await inTurn(async () => "next")).toBe("next");
});
