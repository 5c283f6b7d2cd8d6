import { expect, test } from "vitest";
import { figureChanges } from "@/lib/figures/figure-changes";
import type { Overview } from "@/lib/figures/overview";
import { teamFormats } from "@/lib/format/team-formats";
import type { StageChangePreview } from "@/lib/stages/preview-stage-change";
import { whatIfView } from "./what-if-view";

const formats = teamFormats({ locale: "en-GB", currency: "EUR", currencyDigits: 2, timeZone: "UTC" });

function overviewOf(averageDaysToClose: number | null, velocityPerDay: number | null) {
  const counted = { deals: 1, customers: 1, value: "10", averageDealSize: 10 };
  const figures = { inPipeline: counted, won: counted, lost: counted, winRate: 0.5, conversionRate: 0.5 };
  return {
    figures: { ...figures, newProspectsThisMonth: 1, averageDaysToClose, velocityPerDay },
  } as unknown as Overview;
}

test("the previews of a stage and of a deal or a merge call a figure what the overview calls it, with its unit", () => {
  const [was, is] = [overviewOf(null, null), overviewOf(15, 120)];
  const of = (overview: Overview) => ({
    overview,
    months: [],
    grid: { stages: [] },
    analysis: [],
    funnel: [],
    timeInStage: [],
  });
  const preview = { before: of(was), after: of(is), become: { open: 0, won: 0, lost: 0 }, onlyPast: 0 };
  const shifts = whatIfView(preview as unknown as StageChangePreview, formats).today;
  expect(shifts).toEqual([
    { label: "Average time to close", before: "–", after: "15.0 days" },
    { label: "Pipeline velocity", before: "–", after: "€120.00 a day" },
  ]);
  const whose = null;
  expect(figureChanges([{ whose, overview: was }], [{ whose, overview: is }], formats)).toEqual(
    shifts.map(({ label, ...values }) => ({ whose, figure: label, ...values })),
  );
});

test("archiving a stage between others changes which share of the deals goes on from the one before it", () => {
  const step = (id: number, name: string, reached: number, conversionToNext: number | null) => ({
    stage: { id, name },
    reached,
    conversionToNext,
  });
  const of = (funnel: unknown[]) => ({
    overview: overviewOf(null, null),
    months: [],
    grid: { stages: [] },
    analysis: [],
    funnel,
    timeInStage: [],
  });
  const last = step(3, "Proposal sent", 4, 0.5);
  const preview = {
    before: of([step(1, "Contact made", 10, 0.8), step(2, "Demo given", 8, 0.5), last]),
    after: of([step(1, "Contact made", 10, 0.4), last, step(2, "Demo given", 8, null)]),
    become: { open: 0, won: 0, lost: 0 },
    onlyPast: 0,
  };
  const { stages, sentences } = whatIfView(preview as unknown as StageChangePreview, formats);
  expect(sentences).toEqual(["No deal changes its outcome; no past month changes."]);
  expect(stages).toEqual([
    { name: "Contact made", shifts: [{ label: "To the next", before: "80.0%", after: "40.0%" }] },
    { name: "Demo given", shifts: [{ label: "To the next", before: "50.0%", after: "–" }] },
  ]);
});
