import type { Database } from "@/db/client";
import { listConversationCounts } from "@/db/queries/analysis";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { listStages } from "@/db/queries/stages";
import { winRate } from "@/lib/pipeline/metrics";
import { stageRows } from "./stage-rows";

/**
 * The sales conversation analysis of domain.md: one row per stage. `inProcess` holds all conversations except
 * those at won and lost stages; `won` and `lost` count customers, `wonDeals` and `lostDeals` deals; `winRate`
 * is a fraction of deals, null when none closed. The salesperson filter keeps conversations *held* by them.
 *
 * Example: A was at Demo given and Won; B at Demo given, Proposal sent and Won; C at Proposal sent and Lost. Demo
 * given: In Process 2, Won 2, Lost 0; Proposal sent: In Process 2, Won 1, Lost 1, Win % 0.5; Won: In Process 0, Won 2.
 */
export async function readAnalysis(db: Database, filter: FigureFilter) {
  const [stages, counted] = await Promise.all([listStages(db), listConversationCounts(db, filter)]);
  return stageRows(stages, counted, (row, { outcome }) => {
    const isOpen = outcome === "open";
    const wonDeals = row?.dealsWon ?? 0;
    const lostDeals = row?.dealsLost ?? 0;
    return {
      inProcess: isOpen ? (row?.conversations ?? 0) : 0,
      stillOpen: isOpen ? (row?.onOpenDeals ?? 0) : 0,
      customers: row?.customers ?? 0,
      won: row?.customersWon ?? 0,
      lost: row?.customersLost ?? 0,
      wonDeals,
      lostDeals,
      winRate: winRate(wonDeals, lostDeals),
    };
  });
}

export type AnalysisRow = Awaited<ReturnType<typeof readAnalysis>>[number];
