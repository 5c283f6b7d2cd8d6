import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TimeInStageCard } from "@/components/analysis/time-in-stage-card";
import { StageCharts } from "@/components/overview/stage-charts";
import { StageTotals } from "@/components/stages/stage-totals";
import { teamFormats } from "@/lib/format/team-formats";

const formats = teamFormats({
  locale: "en-ZA",
  currency: "ZAR",
  currencyDigits: 2,
  timeZone: "Africa/Johannesburg",
});

const stage = (id: number, name: string, isArchived: boolean) =>
  ({ id, name, isArchived, outcome: "open", color: null }) as const;
const used = stage(1, "Demo given", false);
const archived = stage(2, "Trial of a whole fleet", true);

const totals = {
  rows: 2,
  daysBeforePipeline: { customers: 0, sum: 0 },
  stages: [used, archived].map((each) => ({ stage: each, customers: 1, value: "0" })),
};

const texts = (element: ReactElement) => renderToStaticMarkup(element).replaceAll(/<[^>]*>/g, "|");

test("in time in stage and in the totals an archived stage is marked, and only that", () => {
  const rows = [used, archived].map((each) => ({ stage: each, spans: 1, medianDays: 1, meanDays: 1 }));
  for (const shown of [
    texts(<TimeInStageCard rows={rows} formats={formats} />),
    texts(<StageTotals totals={totals} chosenId={null} params={null} formats={formats} hidesAmounts />),
  ]) {
    expect(shown).toMatch(/Trial of a whole fleet\|.*\|archived\|/);
    expect(shown.match(/archived/g)).toHaveLength(1);
  }
});

test("a chart by stage marks it over its bar, in its words and in its table", () => {
  const shown = texts(<StageCharts totals={totals} formats={formats} params={null} hidesAmounts />);
  expect(shown).toContain("|Trial of a whole fleet · archived|");
  expect(shown).toContain("|Trial of a whole… · archived|");
  expect(shown).toContain("Demo given: 1; Trial of a whole fleet · archived: 1");
});
