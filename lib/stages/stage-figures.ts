import type { Database } from "@/db/client";
import { readAnalysis } from "@/lib/figures/analysis";
import { readFunnel } from "@/lib/figures/funnel";
import { readGridTotals } from "@/lib/figures/grid";
import { readOverview } from "@/lib/figures/overview";
import { readTimeInStage } from "@/lib/figures/time-in-stage";
import { endOfMonth, type LocalDate, startOfMonth } from "@/lib/pipeline/local-date";

const pastMonths = 12;

/**
 * Every figure that a change of the stages can move: as of today over all time, and the overview of each of the
 * twelve whole months before this one as of its own end, oldest first.
 */
export async function readStageFigures(db: Database, today: LocalDate, currencyDigits: number) {
  const filter = { from: null, to: today, salespersonId: null };
  const months = [];
  for (let ago = pastMonths; ago >= 1; ago -= 1) {
    const from = startOfMonth(today, -ago);
    const month = { from, to: endOfMonth(from), salespersonId: null };
    months.push({ firstOn: from, overview: await readOverview(db, month, currencyDigits) });
  }
  return {
    overview: await readOverview(db, filter, currencyDigits),
    months,
    grid: await readGridTotals(db, filter, currencyDigits),
    analysis: await readAnalysis(db, filter),
    funnel: await readFunnel(db, filter),
    timeInStage: await readTimeInStage(db, filter),
  };
}

export type StageFigures = Awaited<ReturnType<typeof readStageFigures>>;
