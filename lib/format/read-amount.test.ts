import { expect, test } from "vitest";
import { readAmount } from "./read-amount";
import { teamFormats } from "./team-formats";

test.each([
  ["en-US", "12500", "12500"],
  ["en-US", "12,500.50", "12500.50"],
  ["en-US", "12,50", undefined],
  ["en-US", "12.505", undefined],
  ["en-ZA", "12 500,50", "12500.50"],
  ["en-ZA", "12\u00a0500,5", "12500.5"],
  ["en-ZA", "12500.50", "12500.50"],
  ["en-ZA", "12,500", undefined],
  ["de-DE", "1.250,50", "1250.50"],
  ["de-DE", "1.250", "1250"],
  ["de-DE", "1250.50", "1250.50"],
  ["de-DE", "1,250.50", undefined],
  ["hi-IN", "1,25,000.50", "125000.50"],
  ["hi-IN", "12,34,567", "1234567"],
  ["hi-IN", "125,000", "125000"],
  ["hi-IN", "1,2,500", undefined],
  ["de-CH", "1’250.50", "1250.50"],
  ["es-ES", "1.250,50", "1250.50"],
  ["mr-IN", "१,२५,०००.५०", "125000.50"],
  ["en-US", "-5", undefined],
  ["en-US", "R 5", undefined],
  ["en-US", "", undefined],
])("in %s “%s” is %s", (locale, text, amount) => {
  expect(readAmount(text, locale, 2)).toBe(amount);
});

test("a thousands separator is no decimal point, however many digits the currency has", () => {
  expect(readAmount("1.250", "de-DE", 3)).toBe("1250");
  expect(readAmount("1,250", "de-DE", 3)).toBe("1.250");
  expect(readAmount("1.250", "en-US", 3)).toBe("1.250");
});

test.each(["en-ZA", "en-US", "de-DE", "hi-IN"])("in %s what the app writes can be typed", (locale) => {
  const { count } = teamFormats({ locale, currency: "ZAR", currencyDigits: 2, timeZone: "UTC" });
  for (const number of [7, 1250, 125_000, 1_234_567, 12_345_678])
    expect(readAmount(count(number), locale, 2)).toBe(String(number));
});
