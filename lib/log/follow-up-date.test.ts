import { expect, test } from "vitest";
import { followUpAsPressed } from "./follow-up-choices";
import { followUpDate, followUpDates } from "./follow-up-date";

const tomorrow = (dates: string) => ({ followUp: "tomorrow", followUpOn: "", followUpDates: dates });
const ofSunday = followUpDates("2026-11-29");

test("a choice is the date it showed when it was pressed, however much later it is recorded", () => {
  expect(ofSunday).toBe("2026-11-30 2026-12-02 2026-12-06");
  for (const recordedOn of ["2026-11-29", "2026-11-30", "2026-12-30"])
    expect(followUpDate(tomorrow(ofSunday), recordedOn)).toBe("2026-11-30");
  expect(followUpDate({ ...tomorrow(ofSunday), followUp: "1-week" }, "2026-12-01")).toBe("2026-12-06");
});

test("a form that does not say what it showed, or what it cannot have shown, is counted from the day it is recorded on", () => {
  for (const dates of ["", "today", "2026-02-30", "2025-11-30", followUpDates("2026-12-31")])
    expect(followUpDate(tomorrow(dates), "2026-11-29")).toBe("2026-11-30");
});

test("opened again on another day a choice is the date it stood for; of the same day it stays a choice", () => {
  const dates = followUpDates("2026-12-01");
  const dated = { followUp: "date", followUpOn: "2026-11-30" };
  expect(followUpAsPressed(tomorrow(ofSunday), dates)).toMatchObject(dated);
  expect(followUpAsPressed(tomorrow(dates), dates)).toEqual(tomorrow(dates));
  expect(followUpAsPressed(tomorrow(""), dates)).toEqual(tomorrow(""));
  const none = { ...tomorrow(ofSunday), followUp: "" };
  expect(followUpAsPressed(none, dates)).toEqual(none);
});
