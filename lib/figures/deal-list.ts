import type { Database } from "@/db/client";
import {
  countListedDeals,
  type DealCursor,
  type ListedFigure,
  listDealsOf,
  listedFigures,
} from "@/db/queries/deal-list";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { cursorPlace, cursorText, idOfCursor, keysetPage, momentOfCursor } from "@/lib/keyset-cursor";
import { startOfMonth } from "@/lib/pipeline/local-date";
import { moneyText } from "@/lib/pipeline/money";
import type { Period } from "@/lib/pipeline/period";

/** Deals on one page of a list. */
export const dealPageSize = 100;

/** The figure an address asks the deals of; the deals in pipeline where it names none. */
export function readListedFigure(text: string): ListedFigure {
  return listedFigures.find((figure) => figure === text) ?? "in-pipeline";
}

/**
 * The dates that a figure depends on: what is in pipeline on T alone, new prospects on T's month, all others on
 * the whole period.
 */
export function periodOfFigure(figure: ListedFigure, { from, to }: FigureFilter): Period {
  if (figure === "in-pipeline") return { from: null, to };
  return figure === "new-prospects" ? { from: startOfMonth(to), to } : { from, to };
}

/** Where a page begins, from an address; null: at the first deal. */
export function readDealCursor(text: string): DealCursor | null {
  const [at, id] = cursorPlace(text) ?? [];
  const lastAt = momentOfCursor(at);
  const dealId = idOfCursor(id);
  return lastAt && dealId !== undefined ? { lastAt, dealId } : null;
}

/** The deals behind a figure: how many there are on all pages, a page of them, and where the next one begins. */
export async function readDealList(
  db: Database,
  { figure, filter, after }: { figure: ListedFigure; filter: FigureFilter; after: DealCursor | null },
  currencyDigits: number,
) {
  const [total, rows] = await Promise.all([
    countListedDeals(db, figure, filter),
    listDealsOf(db, figure, filter, { after, limit: dealPageSize + 1 }),
  ]);
  return {
    ...keysetPage(rows, dealPageSize, ({ lastAt, dealId }) => cursorText([lastAt.getTime(), dealId])),
    total: { ...total, value: moneyText(total.value, currencyDigits) },
  };
}
