import type { Database } from "@/db/client";
import { getLogCounts } from "@/db/queries/counts";
import type { FigureFilter } from "@/db/queries/figure-filter";
import type { GridView } from "@/db/queries/grid";
import type { Team } from "@/db/queries/team";
import { readAnalysis } from "@/lib/figures/analysis";
import { readFunnel } from "@/lib/figures/funnel";
import { type GridItem, readGridPage, readGridTotals } from "@/lib/figures/grid";
import { readOverview } from "@/lib/figures/overview";
import type { StageLabel } from "@/lib/figures/stage-rows";
import { readTimeInStage } from "@/lib/figures/time-in-stage";
import { momentText } from "@/lib/pipeline/moment";

export type FigureQuestion = { filter: FigureFilter; grid: GridView; team: Team };

function named<Row extends { stage: StageLabel | null }>({ stage, ...figures }: Row) {
  return { stage: stage?.name ?? null, ...figures };
}

function gridItem(item: GridItem, timeZone: string) {
  return {
    customer: item.customer,
    stage: item.stage.name,
    salesperson: item.salesperson,
    date: momentText(item, timeZone),
    how: item.how,
    about: item.about,
    withWhom: item.withWhom,
    note: item.note,
    amount: item.amount,
    daysInStage: item.daysInStage,
    followUpOn: item.followUpOn,
    daysBeforePipeline: item.daysBeforePipeline,
    deal: item.deal,
  };
}

async function gridAnswer(db: Database, { filter, grid, team }: FigureQuestion) {
  const [totals, page] = await Promise.all([
    readGridTotals(db, filter, team.currencyDigits),
    readGridPage(db, filter, grid, team.currencyDigits),
  ]);
  return {
    grid: { ...totals, stages: totals.stages.map(named) },
    items: page.items.map((item) => gridItem(item, team.timeZone)),
    next: page.next,
  };
}

/** What each address under `/api/v1/` answers beside the envelope, by its name (contract.md, "API envelope"). */
export const figureAnswers = {
  overview: async (db, { filter, team }) => ({
    overview: (await readOverview(db, filter, team.currencyDigits)).figures,
  }),
  grid: gridAnswer,
  analysis: async (db, { filter }) => ({ analysis: (await readAnalysis(db, filter)).map(named) }),
  funnel: async (db, { filter }) => ({
    funnel: (await readFunnel(db, filter)).map(({ stage, reached }) => ({
      stage: stage?.name ?? null,
      reached,
    })),
  }),
  "time-in-stage": async (db, { filter }) => ({
    timeInStage: (await readTimeInStage(db, filter)).map(named),
  }),
  counts: async (db) => ({ counts: await getLogCounts(db) }),
} as const satisfies Record<string, (db: Database, question: FigureQuestion) => Promise<object>>;

export type FigureName = keyof typeof figureAnswers;

/** Whether there is a figure of this name. */
export function isFigureName(text: string): text is FigureName {
  return Object.hasOwn(figureAnswers, text);
}
