import { expect, test } from "vitest";
import { dealsReached, dealsWonNow } from "./funnel";
import { conversionRate, mean, medianOfMiddle, velocityPerDay, winRate } from "./metrics";

test("win rate: 2 won, 1 lost = 2 ÷ 3; nothing closed = unknown, nothing won = 0", () => {
  expect(winRate(2, 1)).toBeCloseTo(2 / 3, 12);
  expect(winRate(2, 2)).toBe(0.5);
  expect(winRate(0, 0)).toBeNull();
  expect(winRate(0, 3)).toBe(0);
});

test("conversion and means are unknown where there is nothing to divide by", () => {
  expect(conversionRate(4, 1)).toBe(0.25);
  expect(conversionRate(0, 0)).toBeNull();
  expect(mean(30, 2)).toBe(15);
  expect(mean(0, 0)).toBeNull();
  expect(medianOfMiddle(2, 3)).toBe(2.5);
});

test("velocity: 10 deals × 1,000 × 0.5 ÷ 20 days = 250 a day; unknown without a size, a rate or a time", () => {
  const parts = { dealsInPipeline: 10, averageWonSize: 1000, winRate: 0.5, averageDaysToClose: 20 };
  expect(velocityPerDay(parts)).toBe(250);
  expect(velocityPerDay({ ...parts, averageWonSize: null })).toBeNull();
  expect(velocityPerDay({ ...parts, winRate: null })).toBeNull();
  expect(velocityPerDay({ ...parts, averageDaysToClose: null })).toBeNull();
  expect(velocityPerDay({ ...parts, averageDaysToClose: 0 })).toBeNull();
});

test("skipped stages count as reached, lost does not, and won-then-cancelled reached all but is not won", () => {
  const groups = [
    { furthestPosition: 2, everWon: false, outcome: "lost", deals: 3 },
    { furthestPosition: 1, everWon: true, outcome: "lost", deals: 1 },
    { furthestPosition: null, everWon: true, outcome: "won", deals: 2 },
    { furthestPosition: null, everWon: false, outcome: "lost", deals: 4 },
  ] as const;
  expect([1, 2, 3].map((position) => dealsReached(groups, position))).toEqual([6, 6, 3]);
  expect(dealsWonNow(groups)).toBe(2);
});
