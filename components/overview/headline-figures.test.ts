import { expect, test } from "vitest";
import type { Overview } from "@/lib/figures/overview";
import { teamFormats } from "@/lib/format/team-formats";
import { compareOverviews } from "./comparison";
import { headlineFigures } from "./headline-figures";
import { pipelineFigures } from "./pipeline-figures";

const formats = teamFormats({
  locale: "en-US",
  currency: "USD",
  currencyDigits: 2,
  timeZone: "America/New_York",
});

function overviewOf(won: number, lost: number): Overview {
  const none = { deals: 0, customers: 0, value: "0.00", sizedDeals: 0 };
  return {
    figures: {
      inPipeline: { deals: 0, customers: 0, value: "0.00", averageDealSize: null, unsizedDeals: 0 },
      won: { deals: won, customers: won, value: "0.00", averageDealSize: null },
      lost: { deals: lost, customers: lost, value: "0.00" },
      winRate: won + lost === 0 ? null : won / (won + lost),
      conversionRate: null,
      newProspectsThisMonth: 0,
      averageDaysToClose: null,
      velocityPerDay: null,
    },
    counts: { inPipeline: none, won: none, lost: none, opened: 0, converted: 0, daysToClose: 0 },
  };
}

const period = { from: "2026-10-01", to: "2026-10-24" };

function allFigures(current: Overview, previous: Overview | null, hidesAmounts = false) {
  const comparison = compareOverviews(current, previous && { overview: previous, period }, formats);
  const shown = { overview: current, comparison, formats, params: hidesAmounts ? null : {}, hidesAmounts };
  return [...headlineFigures({ ...shown, to: "2026-11-24", isToday: true }), ...pipelineFigures(shown)];
}

function figuresOf(current: Overview, previous: Overview | null) {
  const all = allFigures(current, previous);
  return (label: string) => all.find((figure) => figure.label === label);
}

test("what does not exist is a dash with its reason, never 0 % of nothing", () => {
  const figure = figuresOf(overviewOf(0, 0), null);
  expect(figure("Win %")).toMatchObject({ value: "–", context: "Nothing was closed in this period." });
  expect(figure("Average time to close")).toMatchObject({ value: "–", unit: undefined });
  expect(figure("Average deal size")).toMatchObject({ value: "–", context: "No open deal has an amount." });
  expect(figure("Pipeline velocity")?.value).toBe("–");
});

test("7 won of 12 closed says so; without a previous period nothing is compared", () => {
  const winRate = figuresOf(overviewOf(7, 5), null)("Win %");
  expect(winRate).toMatchObject({ value: "58.3%", context: "7 of 12 closed deals", previous: null });
});

test("with amounts hidden no money is anywhere, and without an address nothing leads to rows", () => {
  const shown = allFigures(overviewOf(7, 5), overviewOf(9, 5));
  expect(JSON.stringify(shown)).toContain("$0.00");
  const hidden = allFigures(overviewOf(7, 5), overviewOf(9, 5), true);
  expect(JSON.stringify(hidden)).not.toContain("$");
  const wonAndLost = (figures: typeof hidden) => figures.slice(1, 3).map(({ definition }) => definition);
  for (const definition of wonAndLost(hidden)) expect(definition).toMatch(/Beside it: their customers\.$/);
  for (const definition of wonAndLost(shown))
    expect(definition).toMatch(/customers and what they (are|were) worth\.$/);
  expect(hidden.map(({ label }) => label)).toEqual([...shown.slice(0, 6), shown[8]].map((one) => one?.label));
  expect(hidden.every(({ rows }) => rows === undefined)).toBe(true);
});

test("the previous value always, a change only when it is no noise: 60 after 30, not 12 after 9", () => {
  const noise = figuresOf(overviewOf(12, 5), overviewOf(9, 5))("Won");
  expect(noise).toMatchObject({ previous: expect.stringContaining("Before: 9 (Oct 1"), change: null });
  const told = figuresOf(overviewOf(60, 5), overviewOf(30, 5))("Won");
  expect(told?.change).toEqual({ text: "100.0%", isUp: true, isGood: true });
  const moreLost = figuresOf(overviewOf(5, 60), overviewOf(5, 30))("Lost");
  expect(moreLost?.change).toMatchObject({ isUp: true, isGood: false });
});
