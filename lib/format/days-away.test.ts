import { expect, test } from "vitest";
import { daysAway } from "./days-away";

test("a date is told by its distance from today, over the end of a month too", () => {
  const told = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-12-01"].map((date) =>
    daysAway(date, "2026-11-26"),
  );
  expect(told).toEqual(["2 days ago", "yesterday", "today", "tomorrow", "in 5 days"]);
});
