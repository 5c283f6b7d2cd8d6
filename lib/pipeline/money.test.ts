import { expect, test } from "vitest";
import { currencyDigits, moneyText, parseAmount } from "./money";

test("a currency has the digits that ISO 4217 gives it", () => {
  expect(["USD", "ZAR", "JPY", "KWD", "XYZ", "usd"].map(currencyDigits)).toEqual([
    2,
    2,
    0,
    3,
    undefined,
    undefined,
  ]);
});

test("a currency's digits are those of ISO 4217 where the runtime knows others", () => {
  const of = (digits: number, codes: string) =>
    expect(codes.split(" ").map((code) => `${code} ${currencyDigits(code)}`)).toEqual(
      codes.split(" ").map((code) => `${code} ${digits}`),
    );
  of(2, "AFN ALL COP HUF IDR IRR KPW LAK LBP MGA MMK PKR RSD SOS SYP TWD TZS YER");
  of(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
  of(3, "BHD IQD JOD KWD LYD OMR TND");
});

test("an amount is digits with a point and at most the currency's digits after it", () => {
  expect(parseAmount("1250.5", 2)).toBe("1250.5");
  expect(parseAmount(" 007 ", 2)).toBe("7");
  expect(parseAmount("0", 0)).toBe("0");
  expect(parseAmount("123456789012.99", 2)).toBe("123456789012.99");
  for (const text of ["", "1,250", "1 250", "-5", "+5", "1.255", "1.", ".5", "1e3", "R5", "1234567890123"])
    expect(parseAmount(text, 2), text).toBeUndefined();
});

test("a decimal comma counts only where a file allows it", () => {
  expect(parseAmount("1250,50", 2, { decimalComma: true })).toBe("1250.50");
  expect(parseAmount("1250,50", 2)).toBeUndefined();
  expect(parseAmount("1.250,50", 2, { decimalComma: true })).toBeUndefined();
});

test("a sum is written with the currency's digits and loses none", () => {
  expect(moneyText("1250.5000", 2)).toBe("1250.50");
  expect(moneyText("0", 2)).toBe("0.00");
  expect(moneyText("1250.0000", 0)).toBe("1250");
  expect(moneyText("0.1250", 2)).toBe("0.125");
  expect(moneyText("100.0500", 2)).toBe("100.05");
});
