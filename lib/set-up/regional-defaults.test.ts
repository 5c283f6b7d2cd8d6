import { describe, expect, it } from "vitest";
import { firstDayOfWeekOf, isLocale, localeOfTimeZone, localeTag } from "./regional-defaults";
import { currencyChoices, timeZoneChoices } from "./set-up-choices";

describe("localeOfTimeZone", () => {
  it.each([
    ["Africa/Johannesburg", "en-ZA"],
    ["America/New_York", "en-US"],
    ["Europe/Berlin", "de-DE"],
    ["Asia/Kolkata", "en-IN"],
    ["Asia/Calcutta", "en-IN"],
    ["UTC", "en-US"],
  ])("writes %s as %s", (timeZone, locale) => {
    expect(localeOfTimeZone(timeZone)).toBe(locale);
  });

  it("has a usable locale for every time zone on offer", () => {
    for (const { value } of timeZoneChoices()) expect(isLocale(localeOfTimeZone(value))).toBe(true);
  });
});

it("begins the week where the locale does", () => {
  expect(["de-DE", "en-US", "ar-EG"].map(firstDayOfWeekOf)).toEqual([1, 7, 6]);
});

it("knows locales from other words", () => {
  expect(["en-ZA", "de", "zz-ZZ", "not a locale"].map(isLocale)).toEqual([true, true, false, false]);
});

it("writes a locale's tag in one spelling", () => {
  expect(["EN-za", "zh-hant-tw", "de"].map(localeTag)).toEqual(["en-ZA", "zh-Hant-TW", "de"]);
});

it("offers currencies by name", () => {
  expect(currencyChoices()).toContainEqual({ value: "ZAR", label: "South African Rand (ZAR)" });
});
