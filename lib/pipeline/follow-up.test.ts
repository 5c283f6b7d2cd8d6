import { expect, test } from "vitest";
import { followUpState, isOverdue } from "./follow-up";

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
