import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { type GridRow, type GridView, listGridRows } from "@/db/queries/grid";
import { type CsvSeparator, csvLine, neutraliseFormula } from "@/lib/csv/csv-writer";
import { moneyText } from "@/lib/pipeline/money";

/** How many rows of the grid to write at a time: for each part the whole grid is worked out again. */
export const rowsAtOnce = 10_000;

const headings = [
  "customer",
  "stage",
  "outcome",
  "salesperson",
  "date",
  "moment",
  "how",
  "about",
  "with_whom",
  "note",
  "deal",
  "amount",
  "days_in_stage",
  "follow_up_on",
  "days_before_pipeline",
];

type Layout = {
  /** With `;` amounts have a decimal comma, as spreadsheets that expect it write them. */
  separator: CsvSeparator;
  currencyDigits: number;
};

function cellsOf(row: GridRow, layout: Layout): string[] {
  const amount = row.amount === null ? "" : moneyText(row.amount, layout.currencyDigits);
  return [
    row.customer,
    row.stage.name,
    row.stage.outcome,
    row.salesperson,
    row.occurredOn,
    row.dateOnly ? "" : row.at.toISOString(),
    row.how ?? "",
    row.about ?? "",
    row.withWhom ?? "",
    row.note,
    row.deal ?? "",
    layout.separator === ";" ? amount.replace(".", ",") : amount,
    String(row.daysInStage),
    row.followUpOn ?? "",
    String(row.daysBeforePipeline ?? ""),
  ].map(neutraliseFormula);
}

/**
 * Writes the grid as CSV, all pages of it, as many rows at a time as the view has on one: ISO dates, amounts with
 * the currency's digits and a decimal point, texts that a spreadsheet would calculate neutralised. `write` is
 * awaited, so memory stays flat however slowly it is read. Give it one transaction for one moment's rows.
 */
export async function writeGridCsv(
  db: Database,
  { filter, view }: { filter: FigureFilter; view: GridView },
  layout: Layout,
  write: (text: string) => Promise<void>,
): Promise<void> {
  // Spreadsheets take a file without this mark for another encoding.
  await write(`\uFEFF${csvLine(headings, layout.separator)}`);
  let after: GridView["after"] = null;
  for (;;) {
    const rows: GridRow[] = await listGridRows(db, filter, { ...view, after });
    if (rows.length > 0)
      await write(rows.map((row) => csvLine(cellsOf(row, layout), layout.separator)).join(""));
    const last = rows.at(-1);
    if (!last || rows.length < view.limit) return;
    after = { key: last.sortKey, lastAt: last.at, conversationId: last.conversationId };
  }
}
