import { expect, test } from "vitest";
import { followUpDays } from "./follow-up-days";

test("a follow-up's days are of the calendar that is counted by, also where a locale has another of its own", () => {
  const daysOf = (locale: string) => Object.values(followUpDays("2026-11-23", { locale }));
  expect(daysOf("en-GB")).toContain("Tue 24");
  expect(daysOf("fa-IR")).toContain("سه\u200Cشنبه ۲۴");
});
