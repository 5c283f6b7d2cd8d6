import { ArchivedNote } from "@/components/archived-note";
import { ColumnDefinitions } from "@/components/column-definitions";
import { StageMark } from "@/components/stage-mark";
import { Card } from "@/components/tremor/card";
import type { AnalysisRow } from "@/lib/figures/analysis";
import type { TeamFormats } from "@/lib/format/team-formats";
import { analysisColumns } from "@/lib/wording/analysis-columns";

type AnalysisTableProps = { rows: readonly AnalysisRow[]; formats: TeamFormats };

function cellsOf(row: AnalysisRow, { count, percent }: TeamFormats): string[] {
  const { inProcess, stillOpen, customers, won, lost, wonDeals, lostDeals, winRate } = row;
  return [...[inProcess, stillOpen, customers, won, lost, wonDeals, lostDeals].map(count), percent(winRate)];
}

/** What the sales conversations at each stage led to. On a phone each stage is a card. */
export function AnalysisTable({ rows, formats }: AnalysisTableProps) {
  return (
    <Card className="print-sideways flex flex-col gap-3 p-0 pt-4">
      <div className="px-4">
        <h2 id="conversations-heading" className="font-semibold">
          Sales conversations by stage
        </h2>
        <p className="text-label text-muted">
          Won and Lost tell how the deals stand at the end of the as-of day.
        </p>
      </div>
      <table aria-labelledby="conversations-heading" className="figures block w-full md:table lg:table-fixed">
        <thead className="hidden md:table-header-group">
          <tr className="border-border border-y text-label text-muted">
            <th scope="col" className="px-4 py-2 text-left font-medium lg:w-1/4">
              Stage
            </th>
            {analysisColumns.map(({ term }) => (
              <th key={term} scope="col" className="px-2 py-2 text-right font-medium last:pr-4">
                {term}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {rows.map((row) => (
            <tr
              key={row.stage.id}
              className="grid grid-cols-4 max-[22rem]:grid-cols-3 enlarged:grid-cols-2 gap-x-3 gap-y-2 border-border border-t px-4 py-3 md:table-row md:border-t-0 md:border-b md:last:border-b-0 md:hover:bg-surface-hover"
            >
              <th scope="row" className="col-span-full text-left font-medium md:table-cell md:px-4 md:py-2.5">
                <span className="inline-flex items-center gap-2">
                  <StageMark stage={row.stage} />
                  <span className="min-w-0 wrap-anywhere md:name-in-cell md:min-w-24">{row.stage.name}</span>
                  <ArchivedNote stage={row.stage} />
                </span>
              </th>
              {cellsOf(row, formats).map((text, index) => (
                <td
                  key={analysisColumns[index]?.term}
                  data-label={analysisColumns[index]?.term}
                  className="block before:block before:text-label before:text-muted before:content-[attr(data-label)] md:table-cell md:px-2 md:py-2.5 md:text-right md:last:pr-4 md:before:content-none"
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="px-4 pb-3">
        <ColumnDefinitions summary="How the columns are counted" columns={analysisColumns} />
      </div>
    </Card>
  );
}
