import { ChartCard } from "@/components/charts/chart-card";
import { ChartTable } from "@/components/charts/chart-table";
import { StageBars } from "@/components/charts/stage-bars";
import { stageAddress } from "@/components/stages/stage-address";
import type { GridTotals } from "@/lib/figures/grid";
import { markColor } from "@/lib/format/mark-color";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { AddressParams } from "@/lib/page-address";
import { archivedInWords } from "@/lib/wording/archived-in-words";
import { inOneLine } from "@/lib/wording/in-one-line";

type StageChartsProps = {
  totals: GridTotals;
  formats: TeamFormats;
  /** The filter of the address, for the links to each stage's customers; null: they lead nowhere. */
  params: AddressParams | null;
  hidesAmounts?: boolean;
};

/** Customers and value per stage, by each customer's last sales conversation. */
export function StageCharts({ totals, formats, params, hidesAmounts = false }: StageChartsProps) {
  const bars = totals.stages.map(({ stage, customers, value }) => ({
    key: String(stage.id),
    name: stage.name,
    note: archivedInWords(stage),
    color: markColor(stage),
    href: params ? stageAddress(params, stage.id) : undefined,
    customers,
    value: Number(value),
    customersText: formats.count(customers),
    valueText: formats.money(value),
  }));
  const rows = bars.map((bar) => ({ ...bar, name: inOneLine([bar.name, bar.note]) }));
  return (
    <>
      <ChartCard
        title="Customers per stage"
        lead="Each customer once, by its last sales conversation"
        className="lg:col-span-6"
        chart={
          <StageBars
            id="customers-per-stage"
            title="Customers per stage"
            bars={bars.map((bar) => ({ ...bar, value: bar.customers, text: bar.customersText }))}
          />
        }
        table={
          <ChartTable
            caption="Customers per stage"
            headings={["Stage", "Customers"]}
            rows={rows.map((row) => ({ ...row, numbers: [row.customersText] }))}
          />
        }
      />
      {hidesAmounts ? null : (
        <ChartCard
          title="Value per stage"
          lead="The amounts of the deals of those conversations; unknown counts as nothing"
          className="lg:col-span-6"
          chart={
            <StageBars
              id="value-per-stage"
              title="Value per stage"
              bars={bars.map((bar) => ({ ...bar, text: bar.valueText }))}
            />
          }
          table={
            <ChartTable
              caption="Value per stage"
              headings={["Stage", "Value"]}
              rows={rows.map((row) => ({ ...row, numbers: [row.valueText] }))}
            />
          }
        />
      )}
    </>
  );
}
