import { expect, test } from "vitest";
import { comingWeeks } from "./coming-weeks";

const on = (...days: string[]) => days.map((day) => ({ remindOn: `2026-11-${day}` }));
const titled = (today: string, firstDay: number, ...days: string[]) =>
  comingWeeks(on(...days), { today: `2026-11-${today}`, firstDay }).map(({ title, rows }) => [
    title,
    ...rows.map(({ remindOn }) => remindOn.slice(-2)),
  ]);

test("the week ends where the team says it does", () => {
  // 14 November 2026 is a Saturday.
  const days = ["14", "15", "16", "21", "22", "23"];
  expect(titled("13", 1, ...days)).toEqual([
    ["This week", "14", "15"],
    ["Next week", "16", "21", "22"],
    ["Later", "23"],
  ]);
  expect(titled("13", 7, ...days)).toEqual([
    ["This week", "14"],
    ["Next week", "15", "16", "21"],
    ["Later", "22", "23"],
  ]);
});

test("on the last day of a week nothing is left of it, and weeks without anything are left out", () => {
  expect(titled("15", 1, "16", "30")).toEqual([
    ["Next week", "16"],
    ["Later", "30"],
  ]);
  expect(titled("15", 7, "16")).toEqual([["This week", "16"]]);
});
