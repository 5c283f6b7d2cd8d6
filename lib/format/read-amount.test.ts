import { expect, test } from "vitest";
import { localeOfTimeZone } from "@/lib/set-up/regional-defaults";
import { timeZoneChoices } from "@/lib/set-up/set-up-choices";
import { localeChoices } from "@/lib/team/locale-choices";
import { readAmount } from "./read-amount";
import { teamFormats } from "./team-formats";

const inRand = (locale: string, currencyDigits = 2) => ({ locale, currency: "ZAR", currencyDigits });

test.each([
  ["en-US", "12500", "12500"],
  ["en-US", "12,500.50", "12500.50"],
  ["en-US", "12,50", undefined],
  ["en-US", "12.505", undefined],
  ["en-ZA", "12 500,50", "12500.50"],
  ["en-ZA", "12\u00a0500,5", "12500.5"],
  ["en-ZA", "12500.50", "12500.50"],
  ["en-ZA", "12 500.50", "12500.50"],
  ["en-ZA", "12,500", undefined],
  ["de-DE", "1.250,50", "1250.50"],
  ["de-DE", "1 250,50", "1250.50"],
  ["de-DE", "1.250", "1250"],
  ["de-DE", "1250.50", "1250.50"],
  ["de-DE", "1.250.50", undefined],
  ["de-DE", "1,250.50", undefined],
  ["hi-IN", "1,25,000.50", "125000.50"],
  ["hi-IN", "12,34,567", "1234567"],
  ["hi-IN", "125,000", "125000"],
  ["hi-IN", "1,2,500", undefined],
  ["de-CH", "1’250.50", "1250.50"],
  ["es-ES", "1.250,50", "1250.50"],
  ["mr-IN", "१,२५,०००.५०", "125000.50"],
  ["en-US", "-5", undefined],
  ["en-US", "", undefined],
])("in %s “%s” is %s", (locale, text, amount) => {
  expect(readAmount(text, inRand(locale)).amount).toBe(amount);
});

test.each([
  ["ZAR", "R1500", "1500"],
  ["ZAR", "R 1 500,50", "1500.50"],
  ["ZAR", "R\u00a01\u00a0500,50", "1500.50"],
  ["ZAR", "1500 R", "1500"],
  ["ZAR", "1 500,50 zar", "1500.50"],
  ["ZAR", "ZAR1500", "1500"],
  ["EUR", "€1500", "1500"],
  ["EUR", "R 1500", undefined],
  ["ZAR", "€ 1500", undefined],
  ["ZAR", "R", undefined],
])("of a team that counts in %s “%s” is %s", (currency, text, amount) => {
  expect(readAmount(text, { ...inRand("en-ZA"), currency }).amount).toBe(amount);
});

test.each([
  ["en-ZA", "-1500", "minus"],
  ["en-ZA", "−R 1 500", "minus"],
  ["en-ZA", "R-1500,50", "minus"],
  ["en-ZA", "1500-", "minus"],
  ["en-ZA", "1234567890123", "digits"],
  ["en-ZA", "R 1 234 567 890 123", "digits"],
  ["en-ZA", "1 50", "grouping"],
  ["en-ZA", "12 34", "grouping"],
  ["en-ZA", "1234 567", "grouping"],
  ["en-ZA", "1 500,5 0", "grouping"],
  ["en-ZA", "1,500.50", "grouping"],
  ["en-US", "1 50", "grouping"],
  ["en-US", "12,50", "grouping"],
  ["hi-IN", "1 25 000", "grouping"],
  ["en-ZA", "12,500", "decimals"],
  ["en-US", "12.505", "decimals"],
  ["en-ZA", "about 1500", "no number"],
  ["en-ZA", "1500 or so", "no number"],
  ["en-ZA", "1500-2000", "no number"],
  ["en-ZA", "15k", "no number"],
  ["ja-JP", "－1500", "minus"],
  ["en-ZA", "-", "no number"],
  ["en-ZA", "1500,", "no number"],
  ["en-ZA", ",50", "no number"],
] as const)("in %s “%s” is refused: %s", (locale, text, problem) => {
  expect(readAmount(text, inRand(locale)).problem).toBe(problem);
});

test.each([
  ["ja-JP", "JPY", "¥1,250", "1250"],
  ["ja-JP", "JPY", "￥1,250", "1250"],
  ["ja-JP", "JPY", "１２５０", "1250"],
  ["ja-JP", "JPY", "￥１，２５０", "1250"],
  ["ja-JP", "JPY", "１２５０　ＪＰＹ", "1250"],
  ["zh-CN", "CNY", "￥1,250．50", "1250.50"],
  ["ko-KR", "KRW", "￦1,250", "1250"],
  ["ja-JP", "JPY", "１２５０³", undefined],
  ["ja-JP", "JPY", "①２５０", undefined],
  ["ar-EG", "EGP", "١٬٢٥٠٫٥٠", "1250.50"],
  ["fa-IR", "EUR", "۱٬۲۵۰٫۵۰", "1250.50"],
  ["bn-BD", "BDT", "১,২৫০.৫০", "1250.50"],
])(
  "in %s with %s, in whatever width and digits it is typed, “%s” is %s",
  (locale, currency, text, amount) => {
    const currencyDigits = ["JPY", "KRW"].includes(currency) ? 0 : 2;
    expect(readAmount(text, { locale, currency, currencyDigits }).amount).toBe(amount);
  },
);

test("as many digits as are kept are taken, and noughts before them", () => {
  expect(readAmount("123 456 789 012,50", inRand("en-ZA")).amount).toBe("123456789012.50");
  expect(readAmount("000123456789012,50", inRand("en-ZA")).amount).toBe("123456789012.50");
});

test("a thousands separator is no decimal point, however many digits the currency has", () => {
  expect(readAmount("1.250", inRand("de-DE", 3)).amount).toBe("1250");
  expect(readAmount("1,250", inRand("de-DE", 3)).amount).toBe("1.250");
  expect(readAmount("1.250", inRand("en-US", 3)).amount).toBe("1.250");
  expect(readAmount("12.5", inRand("en-US", 0)).problem).toBe("decimals");
});

test.each([
  ["de-AT", 2, "1.250,50", "1250.50"],
  ["de-AT", 2, "€ 1.250,50", "1250.50"],
  ["de-AT", 2, "1 250,50", "1250.50"],
  ["de-AT", 2, "1.250", "1250"],
  ["de-AT", 3, "1.250", "1250"],
  ["de-AT", 3, "1,250", "1.250"],
  ["de-AT", 2, "1250.50", "1250.50"],
  ["de-AT", 2, "1.250.50", undefined],
  ["de-AT", 2, "1.250 500,50", undefined],
  ["fr-CH", 2, "1 250.50", "1250.50"],
  ["fr-CH", 2, "1 250,50", "1250.50"],
  ["pt-CV", 2, "1250$50", "1250.50"],
  ["pt-CV", 2, "1250,50 €", "1250.50"],
  ["en-GE", 2, "1,250", "1250"],
  ["en-GE", 2, "1,25", "1.25"],
  ["en-GE", 3, "1.250", "1.250"],
  ["en-GE", 3, "1,250.500", "1250.500"],
])(
  "in %s, where money has marks of its own, with %i digits “%s” is %s",
  (locale, currencyDigits, text, amount) => {
    expect(readAmount(text, { locale, currency: "EUR", currencyDigits }).amount).toBe(amount);
  },
);

test.each([
  ["en-GE", 3, "1,250", "grouping"],
  ["pt-CV", 2, "1250$505", "decimals"],
  ["pt-CV", 2, "1250$", "no number"],
  ["de-AT", 2, "1.25,50", "grouping"],
] as const)("in %s with %i digits “%s” is asked about: %s", (locale, currencyDigits, text, problem) => {
  expect(readAmount(text, { locale, currency: "EUR", currencyDigits }).problem).toBe(problem);
});

test.each([
  ["JPY", 0],
  ["EUR", 2],
  ["KWD", 3],
])(
  "in every locale a team can choose or gets, what the app writes in %s can be typed",
  (currency, currencyDigits) => {
    const chosen = localeChoices("en-ZA", { currency, currencyDigits }, "2026-11-24");
    const given = timeZoneChoices().map(({ value }) => localeOfTimeZone(value));
    const fraction = currencyDigits === 0 ? "" : `.${"505".slice(0, currencyDigits)}`;
    for (const locale of new Set([...chosen.map(({ value }) => value), ...given])) {
      const team = { locale, currency, currencyDigits };
      const { count, money } = teamFormats({ ...team, timeZone: "UTC" });
      for (const number of [1250, 1_234_567]) {
        const written = money(`${number}${fraction}`);
        expect(readAmount(written, team).amount, `${locale}: ${written}`).toBe(`${number}${fraction}`);
        expect(readAmount(count(number), team).amount, `${locale}: ${count(number)}`).toBe(String(number));
      }
    }
  },
);

const locales = [
  "en-ZA",
  "en-US",
  "de-DE",
  "de-CH",
  "fr-FR",
  "hi-IN",
  "sv-SE",
  "da-DK",
  "pl-PL",
  "ar-EG",
  "he-IL",
];

test.each(locales)("in %s what the app writes can be typed", (locale) => {
  for (const currency of ["ZAR", "USD", "EUR", "DKK", "INR"]) {
    const { count, money } = teamFormats({ locale, currency, currencyDigits: 2, timeZone: "UTC" });
    for (const number of [7, 1250, 125_000, 1_234_567, 12_345_678]) {
      expect(readAmount(count(number), { ...inRand(locale), currency }).amount).toBe(String(number));
      const written = money(`${number}.50`);
      expect(readAmount(written, { ...inRand(locale), currency }).amount, written).toBe(`${number}.50`);
    }
  }
});
