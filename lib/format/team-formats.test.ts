import { expect, test } from "vitest";
import { dateFormat, teamFormats } from "./team-formats";

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, " ");
const american = { locale: "en-US", currency: "USD", currencyDigits: 2, timeZone: "America/New_York" };

test("money is exact and has the currency's digits", () => {
  const { money } = teamFormats(american);
  expect(money("12345678901234567.89")).toBe("$12,345,678,901,234,567.89");
  expect(money("10005534")).toBe("$10,005,534.00");
  expect(money(null)).toBe("–");
  const yen = teamFormats({ ...american, locale: "ja-JP", currency: "JPY", currencyDigits: 0 });
  expect(yen.money("1234.5")).toMatch(/1,23[45]$/);
});

test("money has the digits the team stored, whatever the runtime thinks of its currency", () => {
  const digitsOf = (currency: string, currencyDigits: number) =>
    plain(teamFormats({ ...american, currency, currencyDigits }).money("1234.5"));
  expect(digitsOf("HUF", 2)).toBe("HUF 1,234.50");
  expect(digitsOf("IQD", 3)).toBe("IQD 1,234.500");
  expect(digitsOf("CLF", 4)).toBe("CLF 1,234.5000");
});

test("rates and days have one decimal; what does not exist is a dash, not 0", () => {
  const { percent, days, count } = teamFormats(american);
  expect(percent(0.63149)).toBe("63.1%");
  expect(percent(null)).toBe("–");
  expect(days(15)).toBe("15.0");
  expect(count(-6)).toBe("-6");
});

test("dates are written as the locale does, wherever the server stands", () => {
  expect(teamFormats(american).date("2026-11-01")).toBe("Nov 1, 2026");
  const german = teamFormats({ ...american, locale: "de-DE", currency: "EUR" });
  expect(german.date("2026-11-01")).toBe("1. Nov. 2026");
  expect(plain(german.dateRange("2026-11-01", "2026-11-24"))).toBe("1.–24. Nov. 2026");
  expect(plain(german.money("1234.5"))).toBe("1.234,50 €");
});

test("dates are those of the calendar that is counted by, also where a locale has another of its own", () => {
  const written = (locale: string) => {
    const { date, dateRange, month, monthYear, weekday } = teamFormats({ ...american, locale });
    return [
      date("2026-11-24"),
      dateRange("2026-11-01", "2026-11-24"),
      month("2026-11-01"),
      monthYear("2026-11-01"),
      weekday("2026-11-24"),
    ];
  };
  const [persian, thai] = [written("fa-IR"), written("th-TH")];
  for (const text of persian) expect(text).toContain("نوامبر");
  for (const text of persian.slice(0, 2)) expect(text).toMatch(/۲۴.*۲۰۲۶|۲۰۲۶.*۲۴/);
  for (const text of thai) expect(text).toMatch(/พ\.ย\.|พฤศจิกายน/);
  for (const text of [thai[0], thai[1], thai[3]]) expect(text).toContain("2026");
  expect(dateFormat("th-TH")("2026-11-24")).toBe(thai[0]);
});

test("elapsed days on a chart's mark are whole where their decimal would have no room", () => {
  const { markDays } = teamFormats(american);
  expect([0, 99.94, 99.96, 211.6, null].map(markDays)).toEqual(["0.0", "99.9", "100", "212", "–"]);
});

test("a chart's mark stays short: whole up to 9,999, then compact", () => {
  const { mark } = teamFormats(american);
  expect([mark(4238), mark(9999), mark(12_345)]).toEqual(["4238", "9999", "12.3K"]);
});
