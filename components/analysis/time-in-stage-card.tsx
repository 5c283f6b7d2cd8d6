import { ArchivedNote } from "@/components/archived-note";
import { ColumnDefinitions } from "@/components/column-definitions";
import { StageMark } from "@/components/stage-mark";
import { Card } from "@/components/tremor/card";
import type { TimeInStageRow } from "@/lib/figures/time-in-stage";
import type { TeamFormats } from "@/lib/format/team-formats";

type TimeInStageCardProps = { rows: readonly TimeInStageRow[]; formats: TeamFormats };

const columns = [
  {
    term: "Stays",
    text: "Unbroken stays of a deal at this stage that began in the period and have ended by the as-of day. A stay that still lasts is not counted, so recent periods read short.",
  },
  { term: "Median", text: "Half of these stays were shorter, half longer; in days of 24 hours." },
  { term: "Mean", text: "The average of these stays; a few very long ones pull it up." },
] as const;

const headingOf = (term: string) => (term === "Stays" ? term : `${term} days`);

/** How long deals stood at each stage. On a phone each stage is a card. */
export function TimeInStageCard({ rows, formats }: TimeInStageCardProps) {
  return (
    <Card className="flex flex-col gap-3 p-0 pt-4">
      <div className="px-4">
        <h2 id="time-in-stage-heading" className="font-semibold">
          Time in stage
        </h2>
        <p className="text-label text-muted">Days from entering a stage to leaving it</p>
      </div>
      <table aria-labelledby="time-in-stage-heading" className="figures block w-full sm:table">
        <thead className="hidden sm:table-header-group">
          <tr className="border-border border-y text-label text-muted">
            <th scope="col" className="px-4 py-2 text-left font-medium">
              Stage
            </th>
            {columns.map(({ term }) => (
              <th key={term} scope="col" className="px-2 py-2 text-right font-medium last:pr-4">
                {headingOf(term)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block sm:table-row-group">
          {rows.map(({ stage, spans, medianDays, meanDays }) => (
            <tr
              key={stage.id}
              className="grid grid-cols-3 enlarged:grid-cols-2 gap-x-3 gap-y-2 border-border border-b px-4 py-3 first:border-t sm:table-row sm:first:border-t-0 sm:hover:bg-surface-hover"
            >
              <th scope="row" className="col-span-full text-left font-medium sm:table-cell sm:px-4 sm:py-2.5">
                <span className="inline-flex items-center gap-2">
                  <StageMark stage={stage} />
                  <span className="min-w-0 wrap-anywhere sm:name-in-cell">{stage.name}</span>
                  <ArchivedNote stage={stage} />
                </span>
              </th>
              {[formats.count(spans), formats.days(medianDays), formats.days(meanDays)].map((text, index) => (
                <td
                  key={columns[index]?.term}
                  data-label={columns[index] && headingOf(columns[index].term)}
                  className="block before:block before:text-label before:text-muted before:content-[attr(data-label)] sm:table-cell sm:px-2 sm:py-2.5 sm:text-right sm:last:pr-4 sm:before:content-none"
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="px-4 pb-3">
        <ColumnDefinitions summary="How the columns are counted" columns={columns} />
      </div>
    </Card>
  );
}
