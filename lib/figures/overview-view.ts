import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { readGridTotals } from "./grid";
import { readOverview } from "./overview";
import { readTrends } from "./trends";

/** What a view is asked with: its filter, and the one to compare with (null: there is nothing to compare with). */
export type ViewFilter = { filter: FigureFilter; previous: FigureFilter | null };

/** All figures of the overview: now, in the period before, by stage, and over twelve months. */
export async function readOverviewView(
  db: Database,
  { filter, previous }: ViewFilter,
  currencyDigits: number,
) {
  const [overview, before, totals, trends] = await Promise.all([
    readOverview(db, filter, currencyDigits),
    previous ? readOverview(db, previous, currencyDigits) : null,
    readGridTotals(db, filter, currencyDigits),
    readTrends(db, filter),
  ]);
  return { overview, before: previous && before && { overview: before, period: previous }, totals, trends };
}
