import { describe, expect, test } from "vitest";
import { notableCountChange, notableShareChange } from "./notable-change";

describe("a change is told only when it is no noise", () => {
  test("60 after 30: 30 apart, chance explains 1.96 × √90 = 18.6: told as +100 %", () => {
    expect(notableCountChange(60, 30)).toBe(1);
  });

  test("35 after 30: 5 apart, chance explains 15.8: not told", () => {
    expect(notableCountChange(35, 30)).toBeNull();
  });

  test("fewer than 10 on either side are never compared", () => {
    expect(notableCountChange(9, 90)).toBeNull();
    expect(notableCountChange(90, 9)).toBeNull();
  });

  test("70 of 100 after 50 of 100: 0.2 apart, chance explains 0.136: told", () => {
    expect(notableShareChange({ part: 70, of: 100 }, { part: 50, of: 100 })).toBeCloseTo(0.2);
  });

  test("7 of 12 after 5 of 12, and 9 of 9 after 0 of 9: not told", () => {
    expect(notableShareChange({ part: 7, of: 12 }, { part: 5, of: 12 })).toBeNull();
    expect(notableShareChange({ part: 9, of: 9 }, { part: 0, of: 9 })).toBeNull();
  });

  test("all of both: no error, no difference, not told", () => {
    expect(notableShareChange({ part: 20, of: 20 }, { part: 30, of: 30 })).toBeNull();
  });
});
