import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import {
  countGridRows,
  type GridCursor,
  type GridRow,
  type GridSort,
  type GridView,
  gridSortTypes,
  listGridRows,
  listGridTotals,
} from "@/db/queries/grid";
import { listStages } from "@/db/queries/stages";
import { cursorPlace, cursorText, idOfCursor, keysetPage, momentOfCursor } from "@/lib/keyset-cursor";
import { isLocalDate } from "@/lib/pipeline/local-date";
import { moneyText } from "@/lib/pipeline/money";
import { stageRows } from "./stage-rows";

/**
 * The totals above the grid: its rows, and each stage's customers and value (unknown amounts count 0). They
 * ignore search and stage filter. `daysBeforePipeline` adds over the rows whose customer's `openedOn` is known.
 */
export async function readGridTotals(db: Database, filter: FigureFilter, currencyDigits: number) {
  const [stages, totals] = await Promise.all([listStages(db), listGridTotals(db, filter)]);
  const add = (of: (total: (typeof totals)[number]) => number) =>
    totals.reduce((sum, total) => sum + of(total), 0);
  return {
    rows: add(({ customers }) => customers),
    stages: stageRows(stages, totals, (total) => ({
      customers: total?.customers ?? 0,
      value: moneyText(total?.value ?? "0", currencyDigits),
    })),
    daysBeforePipeline: {
      customers: add(({ customersWithDays }) => customersWithDays),
      sum: add(({ daysBeforePipeline }) => daysBeforePipeline),
    },
  };
}

export type GridTotals = Awaited<ReturnType<typeof readGridTotals>>;

const isOfType: Record<(typeof gridSortTypes)[GridSort], (text: string) => boolean> = {
  text: () => true,
  integer: (text) => /^-?\d{1,9}$/.test(text),
  numeric: (text) => /^-?\d{1,20}(\.\d{1,20})?$/.test(text),
  date: isLocalDate,
  timestamptz: (text) => momentOfCursor(Date.parse(text))?.toISOString() === text,
};

type Order = Pick<GridView, "sort" | "descending">;

const nameOfOrder = ({ sort, descending }: Order) => (descending ? `-${sort}` : sort);

function placeOf({ sortKey, at, conversationId }: GridRow, order: Order): string {
  const key = order.sort === "date" ? at.toISOString() : sortKey;
  return cursorText([nameOfOrder(order), key, at.getTime(), conversationId]);
}

/** The place that an opaque cursor names in this order; undefined when it is none of ours, or of another order. */
export function readGridCursor(text: string, order: Order): GridCursor | undefined {
  const [name, key, at, id] = cursorPlace(text) ?? [];
  const lastAt = momentOfCursor(at);
  const conversationId = idOfCursor(id);
  const isKey = key === null || (typeof key === "string" && isOfType[gridSortTypes[order.sort]](key));
  if (name !== nameOfOrder(order) || !isKey || !lastAt || conversationId === undefined) return undefined;
  return { key, lastAt, conversationId };
}

/** A page of the grid: its rows, how many there are on all pages, and the cursor of the next one (null = the last). */
export async function readGridPage(
  db: Database,
  filter: FigureFilter,
  view: GridView,
  currencyDigits: number,
) {
  const [rows, matching] = await Promise.all([
    listGridRows(db, filter, { ...view, limit: view.limit + 1 }),
    countGridRows(db, filter, view),
  ]);
  const { items, next } = keysetPage(rows, view.limit, (row) => placeOf(row, view));
  return {
    matching,
    next,
    items: items.map(({ amount, ...row }) => ({
      ...row,
      amount: amount === null ? null : moneyText(amount, currencyDigits),
    })),
  };
}

type GridPage = Awaited<ReturnType<typeof readGridPage>>;
export type GridItem = GridPage["items"][number];
