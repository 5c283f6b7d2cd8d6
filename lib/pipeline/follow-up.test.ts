import { expect, test } from "vitest";
import { followUpState, isOverdue, isPromisedAnew } from "./follow-up";

test("done on the due date is kept on time, a day later is late, and as of the days between it was missed", () => {
  expect(followUpState({ dueOn: "2026-05-10", doneOn: "2026-05-10" }, "2026-05-31")).toBe("kept on time");
  const late = { dueOn: "2026-05-10", doneOn: "2026-05-12" };
  expect(followUpState(late, "2026-05-10")).toBe("open");
  expect(followUpState(late, "2026-05-11")).toBe("missed");
  expect(followUpState(late, "2026-05-12")).toBe("kept late");
});

test("due today is open, due yesterday is overdue unless it was done", () => {
  expect(isOverdue({ dueOn: "2026-05-10", doneOn: null }, "2026-05-10")).toBe(false);
  expect(isOverdue({ dueOn: "2026-05-10", doneOn: null }, "2026-05-11")).toBe(true);
  expect(isOverdue({ dueOn: "2026-05-10", doneOn: "2026-05-11" }, "2026-05-11")).toBe(false);
});

test("of 10 May, ticked on 9 May: on 20 May the 20th or 25th is promised anew, the 8th or 19th is not", () => {
  const done = { dueOn: "2026-05-10", doneOn: "2026-05-09" };
  const on = (day: string, today = "2026-05-20") => isPromisedAnew(done, day, today);
  expect(["2026-05-20", "2026-05-25"].map((day) => on(day))).toEqual([true, true]);
  expect(["2026-05-08", "2026-05-10", "2026-05-19"].map((day) => on(day))).toEqual([false, false, false]);
  expect(on("2026-05-10", "2026-05-09"), "the day it had").toBe(false);
  const late = { dueOn: "2026-05-10", doneOn: "2026-05-20" };
  expect(isPromisedAnew(late, "2026-05-20", "2026-05-20"), "done that very day").toBe(false);
  expect(isPromisedAnew({ ...done, doneOn: null }, "2026-05-25", "2026-05-20"), "not done").toBe(false);
});
