import { expect, test } from "vitest";
import { openedOnProblem } from "./opened-on";

test("on 24 November an account was opened that day, earlier or on a day nobody knows, not on the 25th", () => {
  const problemOf = (openedOn: string | null) => openedOnProblem(openedOn, "2026-11-24");
  expect(["2026-11-24", "1999-12-31", null].map(problemOf)).toEqual([undefined, undefined, undefined]);
  expect(problemOf("2026-11-25")).toBe("This day is still to come. Enter the day the account was opened.");
});
