import { expect, test } from "vitest";
import { isCalendarPeriod, isMonthIncomplete, previousPeriod, resolvePreset, twelveMonths } from "./period";

const to = "2026-11-24";

test("presets are resolved against T, a Tuesday in November", () => {
  expect(resolvePreset("this-month", to)).toEqual({ from: "2026-11-01", to });
  expect(resolvePreset("last-month", to)).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  expect(resolvePreset("this-quarter", to)).toEqual({ from: "2026-10-01", to });
  expect(resolvePreset("last-quarter", to)).toEqual({ from: "2026-07-01", to: "2026-09-30" });
  expect(resolvePreset("this-year", to)).toEqual({ from: "2026-01-01", to });
  expect(resolvePreset("last-year", to)).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  expect(resolvePreset("last-30-days", to)).toEqual({ from: "2026-10-26", to });
  expect(resolvePreset("last-90-days", to)).toEqual({ from: "2026-08-27", to });
  expect(resolvePreset("last-12-months", to)).toEqual({ from: "2025-11-25", to });
  expect(resolvePreset("all", to)).toEqual({ from: null, to });
});

test("a calendar preset is compared with the same stretch of the unit before", () => {
  expect(previousPeriod({ from: "2026-11-01", to: "2026-11-23" }, "this-month")).toEqual({
    from: "2026-10-01",
    to: "2026-10-23",
  });
  expect(previousPeriod({ from: "2026-03-01", to: "2026-03-31" }, "this-month")).toEqual({
    from: "2026-02-01",
    to: "2026-02-28",
  });
  expect(previousPeriod({ from: "2026-02-01", to: "2026-02-28" }, "last-month")).toEqual({
    from: "2026-01-01",
    to: "2026-01-31",
  });
  expect(previousPeriod({ from: "2026-07-01", to: "2026-08-15" }, "this-quarter")).toEqual({
    from: "2026-04-01",
    to: "2026-05-15",
  });
  expect(previousPeriod({ from: "2025-01-01", to: "2025-12-31" }, "last-year")).toEqual({
    from: "2024-01-01",
    to: "2024-12-31",
  });
});

test("dates are a calendar preset's when it stood for them on some day", () => {
  const october = { from: "2026-10-01", to: "2026-10-31" };
  for (const preset of ["this-month", "last-month", "this-quarter"] as const)
    expect(isCalendarPeriod(preset, october)).toBe(true);
  expect(isCalendarPeriod("this-month", { from: "2026-11-01", to: "2026-11-23" })).toBe(true);
  expect(isCalendarPeriod("last-month", { from: "2026-11-01", to: "2026-11-23" })).toBe(false);
  expect(isCalendarPeriod("this-month", { from: "2026-11-02", to: "2026-11-23" })).toBe(false);
  expect(isCalendarPeriod("last-month", { from: "2026-09-01", to: "2026-10-15" })).toBe(false);
  expect(isCalendarPeriod("last-30-days", resolvePreset("last-30-days", to))).toBe(false);
});

test("any other period is compared with the equally long one that ends the day before it; all with none", () => {
  expect(previousPeriod({ from: "2026-11-01", to: "2026-11-10" }, null)).toEqual({
    from: "2026-10-22",
    to: "2026-10-31",
  });
  expect(previousPeriod(resolvePreset("last-30-days", to), "last-30-days")).toEqual({
    from: "2026-09-26",
    to: "2026-10-25",
  });
  expect(previousPeriod({ from: null, to }, "all")).toBeNull();
});

test("the monthly charts show the twelve months that end in T's month", () => {
  expect(twelveMonths(to)[0]).toBe("2025-12-01");
  expect(twelveMonths(to).at(-1)).toBe("2026-11-01");
  expect(isMonthIncomplete(to)).toBe(true);
  expect(isMonthIncomplete("2026-11-30")).toBe(false);
});
