import { expect, test } from "vitest";
import { momentFields, momentText, parseMoment, readMomentFields } from "./moment";

const read = (text: string, timeZone = "America/New_York") => {
  const moment = parseMoment(text, timeZone);
  return moment && `${moment.at.toISOString()}${moment.dateOnly ? " (date)" : ""}`;
};

test("a date alone is the start of that day in the team's time zone", () => {
  expect(read("2026-03-01")).toBe("2026-03-01T05:00:00.000Z (date)");
});

test("a time with an offset is that moment; without one it is local time", () => {
  expect(read("2026-03-01T09:00:00+02:00")).toBe("2026-03-01T07:00:00.000Z");
  expect(read("2026-03-01T09:00Z")).toBe("2026-03-01T09:00:00.000Z");
  expect(read("2026-03-01t23:59:59z")).toBe("2026-03-01T23:59:59.000Z");
  expect(read("2026-03-01 09:00+0200")).toBe("2026-03-01T07:00:00.000Z");
  expect(read(" 2026-03-01 09:00:30.5 ")).toBe("2026-03-01T14:00:30.500Z");
});

test("01:30 happens twice on 1 November 2026 in New York: the first of the two", () => {
  expect(read("2026-11-01T01:30")).toBe("2026-11-01T05:30:00.000Z");
});

test("02:30 never happens on 8 March 2026 in New York: moved forward by the hour's gap to 03:30", () => {
  expect(read("2026-03-08T02:30")).toBe("2026-03-08T07:30:00.000Z");
});

test("what is no moment is undefined", () => {
  const wrong = [
    "",
    "today",
    "01/03/2026",
    "2026-02-30",
    "2026-03-01T24:00",
    "2026-03-01T09:60",
    "2026-03-01T9:00",
    "2026-03-01T09:00:60",
    "2026-03-01T09:00+99:00",
    "12026-03-01T09:00",
  ];
  expect(wrong.map((text) => read(text)).filter(Boolean)).toEqual([]);
});

test("it is written as a file may hold it and reads back as itself", () => {
  for (const text of ["2026-03-01", "2026-03-01T09:00:00-05:00", "2026-07-01T09:00:30-04:00"]) {
    const moment = parseMoment(text, "America/New_York");
    expect(moment && momentText(moment, "America/New_York")).toBe(text);
  }
});

test("a form's date and time are read in the team's time zone and shown as they were read", () => {
  const zone = "Asia/Kathmandu";
  const moment = readMomentFields("2026-03-01", "09:05", zone);
  expect(moment).toEqual({ at: new Date("2026-03-01T03:20:00Z"), dateOnly: false });
  expect(moment && momentFields(moment, zone)).toEqual({ date: "2026-03-01", time: "09:05" });
  const day = readMomentFields("2026-03-01", "", zone);
  expect(day).toEqual({ at: new Date("2026-02-28T18:15:00Z"), dateOnly: true });
  expect(day && momentFields(day, zone)).toEqual({ date: "2026-03-01", time: "" });
  expect(readMomentFields("", "09:05", zone)).toBeUndefined();
  expect(readMomentFields("2026-03-01", "25:00", zone)).toBeUndefined();
});
