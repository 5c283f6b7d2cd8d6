import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  isBefore1900,
  isLocalDate,
  isTimeZone,
  localDateOf,
  startOfDay,
  startOfMonth,
} from "./local-date";

test("23:30 on 31 January and 00:30 on 1 February in Johannesburg are two days, though both are 31 January in UTC", () => {
  expect(localDateOf(new Date("2026-01-31T21:30:00Z"), "Africa/Johannesburg")).toBe("2026-01-31");
  expect(localDateOf(new Date("2026-01-31T22:30:00Z"), "Africa/Johannesburg")).toBe("2026-02-01");
});

test("a day that has no 00:00 begins at its first moment: 01:00 on 4 November 2018 in São Paulo", () => {
  expect(startOfDay("2018-11-04", "America/Sao_Paulo").toISOString()).toBe("2018-11-04T03:00:00.000Z");
  expect(startOfDay("2018-11-05", "America/Sao_Paulo").toISOString()).toBe("2018-11-05T02:00:00.000Z");
});

test("only dates of the calendar from 1900 to 2999, written YYYY-MM-DD, are local dates", () => {
  expect(["2024-02-29", "2026-11-24", "1900-01-01", "2999-12-31"].filter(isLocalDate)).toHaveLength(4);
  expect(["2023-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", ""].filter(isLocalDate)).toEqual(
    [],
  );
  expect(["0000-01-01", "0026-11-20", "1899-12-31", "3000-01-01", "9999-12-31"].filter(isLocalDate)).toEqual(
    [],
  );
  expect(["0026-11-20", "1899-12-31", "1900-01-01", "26-11-20"].filter(isBefore1900)).toHaveLength(2);
});

test("a time zone is an IANA name, not an offset", () => {
  expect(["Africa/Johannesburg", "UTC", "America/New_York"].every(isTimeZone)).toBe(true);
  expect(["Mars/Olympus", "+02:00", ""].some(isTimeZone)).toBe(false);
});

test("calendar arithmetic crosses months and leap days", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(daysBetween("2026-03-01", "2026-03-11")).toBe(10);
  expect(daysBetween("2026-03-11", "2026-03-01")).toBe(-10);
  expect(startOfMonth("2026-01-31", -1)).toBe("2025-12-01");
  expect(endOfMonth("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  expect(addMonths("2026-11-23", -1)).toBe("2026-10-23");
});
