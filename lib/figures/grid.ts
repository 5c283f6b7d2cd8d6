import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import {
  countGridRows,
  type GridCursor,
  type GridView,
  listGridRows,
  listGridTotals,
} from "@/db/queries/grid";
import { listStages } from "@/db/queries/stages";
import { moneyText } from "@/lib/pipeline/money";
import { stageLabel, stageRows } from "./stage-rows";

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

function cursorText(cursor: GridCursor): string {
  return Buffer.from(JSON.stringify([cursor.key, cursor.lastAt, cursor.conversationId])).toString(
    "base64url",
  );
}

/** The place that an opaque cursor names; undefined when it is none of ours. */
export function readGridCursor(text: string): GridCursor | undefined {
  try {
    const [key, lastAt, conversationId] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    const isOurs =
      (key === null || typeof key === "string") &&
      typeof lastAt === "string" &&
      !Number.isNaN(Date.parse(lastAt)) &&
      Number.isSafeInteger(conversationId);
    return isOurs ? { key, lastAt, conversationId: conversationId as number } : undefined;
  } catch {
    return undefined;
  }
}

/** A page of the grid: its rows, how many there are on all pages, and the cursor of the next one (null = the last). */
export async function readGridPage(
  db: Database,
  filter: FigureFilter,
  view: GridView,
  currencyDigits: number,
) {
  const [stages, rows, matching] = await Promise.all([
    listStages(db),
    listGridRows(db, filter, { ...view, limit: view.limit + 1 }),
    countGridRows(db, filter, view),
  ]);
  const labels = new Map(stages.map((stage) => [stage.id, stageLabel(stage)]));
  const shown = rows.slice(0, view.limit);
  const last = shown.at(-1);
  return {
    matching,
    next:
      last && rows.length > view.limit
        ? cursorText({
            key: last.sortKey,
            lastAt: last.at.toISOString(),
            conversationId: last.conversationId,
          })
        : null,
    items: shown.map(({ stageId, amount, ...row }) => {
      const stage = labels.get(stageId);
      if (!stage) throw new Error(`No stage has the id ${stageId}.`);
      return { ...row, stage, amount: amount === null ? null : moneyText(amount, currencyDigits) };
    }),
  };
}

export type GridPage = Awaited<ReturnType<typeof readGridPage>>;
export type GridItem = GridPage["items"][number];
