import type { Database } from "@/db/client";
import { getLogCounts } from "@/db/queries/counts";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { countFollowUps } from "@/db/queries/follow-ups";
import type { GridView } from "@/db/queries/grid";
import { readAnalysis } from "@/lib/figures/analysis";
import { readBoard } from "@/lib/figures/board";
import { readFunnel } from "@/lib/figures/funnel";
import { readGridPage, readGridTotals } from "@/lib/figures/grid";
import { readOverview } from "@/lib/figures/overview";
import { readTimeInStage } from "@/lib/figures/time-in-stage";
import { readTrends } from "@/lib/figures/trends";
import { readKeptPromises } from "@/lib/follow-ups/read-kept-promises";

const firstPage: GridView = {
  stageId: null,
  search: "",
  sort: "stage",
  descending: false,
  after: null,
  limit: 100,
};

/** What the pages and the API read, by name. */
export const figureReads: Record<string, (db: Database, filter: FigureFilter) => Promise<unknown>> = {
  overview: (db, filter) => readOverview(db, filter, 2),
  trends: readTrends,
  "grid totals": (db, filter) => readGridTotals(db, filter, 2),
  "grid page": (db, filter) => readGridPage(db, filter, firstPage, 2),
  "grid by customer": (db, filter) => readGridPage(db, filter, { ...firstPage, sort: "customer" }, 2),
  "grid search": (db, filter) => readGridPage(db, filter, { ...firstPage, search: "number 12" }, 2),
  board: async (db, filter) => {
    const totals = await readGridTotals(db, filter, 2);
    return readBoard(db, {
      filter,
      view: firstPage,
      totals,
      today: filter.to,
      team: { currencyDigits: 2, timeZone: "Europe/Berlin" },
    });
  },
  analysis: readAnalysis,
  funnel: readFunnel,
  "time in stage": readTimeInStage,
  counts: getLogCounts,
  "kept promises": (db, filter) => readKeptPromises(db, filter, "Europe/Berlin"),
  "due count": (db, { to, salespersonId }) => countFollowUps(db, { today: to, whose: salespersonId ?? 1 }),
};
