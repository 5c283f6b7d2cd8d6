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

/** How long deals stood at each stage. */
export function TimeInStageCard({ rows, formats }: TimeInStageCardProps) {
  return (
    <Card className="flex flex-col gap-3 p-0 pt-4">
      <div className="px-4">
        <h2 id="time-in-stage-heading" className="font-semibold">
          Time in stage
        </h2>
        <p className="text-label text-muted">Days from entering a stage to leaving it</p>
      </div>
      <div className="overflow-x-auto">
        <table aria-labelledby="time-in-stage-heading" className="figures w-full">
          <thead>
            <tr className="border-border border-y text-label text-muted">
              <th scope="col" className="px-4 py-2 text-left font-medium">
                Stage
              </th>
              {columns.map(({ term }) => (
                <th key={term} scope="col" className="px-2 py-2 text-right font-medium last:pr-4">
                  {term === "Stays" ? term : `${term} days`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ stage, spans, medianDays, meanDays }) => (
              <tr key={stage.id} className="border-border border-b hover:bg-surface-hover">
                <th scope="row" className="px-4 py-2.5 text-left font-medium">
                  <span className="inline-flex items-center gap-2">
                    <StageMark stage={stage} />
                    <span className="name-in-cell">{stage.name}</span>
                    <ArchivedNote stage={stage} />
                  </span>
                </th>
                <td className="px-2 py-2.5 text-right">{formats.count(spans)}</td>
                <td className="px-2 py-2.5 text-right">{formats.days(medianDays)}</td>
                <td className="px-2 py-2.5 pr-4 text-right">{formats.days(meanDays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="px-4 pb-3">
        <ColumnDefinitions summary="How the columns are counted" columns={columns} />
      </div>
    </Card>
  );
}
