import { expect, test } from "vitest";
import { dayAndTime } from "./moment-in-words";
import { dateFormat, teamFormats, timeFormat } from "./team-formats";

test("a device writes a moment as the team does, wherever the device is", () => {
  const johannesburg = { locale: "en-GB", timeZone: "Africa/Johannesburg" };
  const onDevice = { date: dateFormat(johannesburg.locale), time: timeFormat(johannesburg) };
  const at = new Date("2026-10-24T22:30:00Z");
  expect(dayAndTime(at, johannesburg.timeZone, onDevice)).toBe("25 Oct 2026, 00:30");
  const onServer = teamFormats({ ...johannesburg, currency: "ZAR", currencyDigits: 2 });
  expect(dayAndTime(at, johannesburg.timeZone, onServer)).toBe("25 Oct 2026, 00:30");
});
