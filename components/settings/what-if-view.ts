import type { Overview } from "@/lib/figures/overview";
import { overviewInWords } from "@/lib/figures/overview-in-words";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { outcomes } from "@/lib/pipeline/outcome";
import type { StageChangePreview } from "@/lib/stages/preview-stage-change";
import type { StageFigures } from "@/lib/stages/stage-figures";

/** A figure that changes, as it is written before and after. */
export type Shift = { label: string; before: string; after: string };

/** A month or a stage with its figures that change. */
export type Shifts = { name: string; shifts: Shift[] };

/** What a change of the stages moves, its texts finished. */
export type WhatIfView = { sentences: string[]; today: Shift[]; months: Shifts[]; stages: Shifts[] };

const becoming = { open: "open again", won: "won", lost: "lost" } as const;

/** The figures that a sentence and a month's line tell; the others stand in the table. */
const told = ["In Pipeline", "Won", "Lost", "Win %"];

function shiftsBetween(before: Record<string, string>, after: Record<string, string>): Shift[] {
  return Object.entries(after).flatMap(([label, now]) => {
    const was = before[label] ?? "";
    return was === now ? [] : [{ label, before: was, after: now }];
  });
}

function overviewTexts(overview: Overview, formats: TeamFormats) {
  const { inPipeline, won, lost } = overview.figures;
  const { count, money } = formats;
  return {
    "In Pipeline": count(inPipeline.customers),
    "Open deals": count(inPipeline.deals),
    "Pipeline value": money(inPipeline.value),
    Won: count(won.deals),
    "Value won": money(won.value),
    Lost: count(lost.deals),
    ...overviewInWords(overview, formats),
  };
}

/** Each stage's figures by its id; a stage without any has none of them. */
function stageTexts(figures: StageFigures, { count, days, percent }: TeamFormats) {
  const texts = new Map<number, { name: string; texts: Record<string, string> }>();
  const add = (stage: { id: number; name: string }, label: string, text: string) => {
    const row = texts.get(stage.id) ?? { name: stage.name, texts: {} };
    row.texts[label] = text;
    texts.set(stage.id, row);
  };
  for (const { stage, customers } of figures.grid.stages) add(stage, "Customers there", count(customers));
  for (const row of figures.analysis) {
    add(row.stage, "In Process", count(row.inProcess));
    add(row.stage, "Deals won", count(row.wonDeals));
    add(row.stage, "Deals lost", count(row.lostDeals));
  }
  for (const { stage, reached, conversionToNext } of figures.funnel) {
    if (!stage) continue;
    add(stage, "Reached", count(reached));
    add(stage, "To the next", percent(conversionToNext));
  }
  for (const { stage, medianDays } of figures.timeInStage) add(stage, "Median days there", days(medianDays));
  return texts;
}

function stageShifts(before: StageFigures, after: StageFigures, formats: TeamFormats): Shifts[] {
  const [was, is] = [stageTexts(before, formats), stageTexts(after, formats)];
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return ids.flatMap((id) => {
    const [one, other] = [was.get(id)?.texts ?? {}, is.get(id)?.texts ?? {}];
    const labels = Object.keys({ ...one, ...other });
    const all = (texts: Record<string, string>) =>
      Object.fromEntries(labels.map((label) => [label, texts[label] ?? "–"]));
    const shifts = shiftsBetween(all(one), all(other));
    return shifts.length === 0 ? [] : [{ name: (is.get(id) ?? was.get(id))?.name ?? "", shifts }];
  });
}

function sentencesOf(
  { become, onlyPast }: StageChangePreview,
  { today, months, stages }: Omit<WhatIfView, "sentences">,
  { count }: TeamFormats,
): string[] {
  const deals = (number: number) => `${count(number)} ${plural(number, "deal", "deals")}`;
  const moved = outcomes.flatMap((outcome) => {
    const number = become[outcome];
    return number === 0
      ? []
      : [`${deals(number)} ${plural(number, "becomes", "become")} ${becoming[outcome]}`];
  });
  const isNothing = [today, months, stages].every(({ length }) => length === 0);
  if (moved.length === 0 && onlyPast === 0 && isNothing) return ["No figure changes."];
  const head = moved.length > 0 ? moved.join(", ") : "No deal changes its outcome";
  const figures = today.filter(({ label }) => told.includes(label));
  const shown = figures.map(({ label, before, after }) => `${label} ${before} → ${after}`).join(", ");
  const past =
    months.length === 0
      ? "no past month changes"
      : `${months.length} past ${plural(months.length, "month changes", "months change")}`;
  const inThePast =
    onlyPast === 1
      ? "1 deal changes only in the past: when it closed, or what it once was."
      : `${deals(onlyPast)} change only in the past: when they closed, or what they once were.`;
  return [`${head}${shown ? `: ${shown}` : ""}; ${past}.`, ...(onlyPast === 0 ? [] : [inThePast])];
}

/** What a change moves, for the screen: "41 deals become won: Won 12 → 53, Win % 31.0% → 64.0%; 9 past months change." */
export function whatIfView(preview: StageChangePreview, formats: TeamFormats): WhatIfView {
  const { before, after } = preview;
  const between = (was: Overview, is: Overview) =>
    shiftsBetween(overviewTexts(was, formats), overviewTexts(is, formats));
  const months = after.months.flatMap(({ firstOn, overview }, index) => {
    const was = before.months[index]?.overview ?? overview;
    const shifts = between(was, overview);
    if (shifts.length === 0) return [];
    const main = shifts.filter(({ label }) => told.includes(label));
    return [{ name: formats.monthYear(firstOn), shifts: main.length > 0 ? main : shifts }];
  });
  const moves = {
    today: between(before.overview, after.overview),
    months,
    stages: stageShifts(before, after, formats),
  };
  return { ...moves, sentences: sentencesOf(preview, moves, formats) };
}
