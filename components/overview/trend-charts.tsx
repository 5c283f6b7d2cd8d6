import { ChartCard } from "@/components/charts/chart-card";
import { ChartTable } from "@/components/charts/chart-table";
import { MonthBars } from "@/components/charts/month-bars";
import { WonLostBars } from "@/components/charts/won-lost-bars";
import type { TrendMonth } from "@/lib/figures/trends";
import type { TeamFormats } from "@/lib/format/team-formats";
import { chartMonths } from "./chart-months";

type TrendChartsProps = { trends: readonly TrendMonth[]; to: string; formats: TeamFormats };

/** The twelve months that end in the as-of day's month: won and lost, new prospects, time to close. */
export function TrendCharts({ trends, to, formats }: TrendChartsProps) {
  const months = chartMonths(trends, formats);
  const unfinished = months.find(({ isIncomplete }) => isIncomplete);
  const note = unfinished
    ? `Hatched: ${formats.monthYear(to)} is not over; it is shown up to ${formats.date(to)}.`
    : undefined;
  // The figures compare with what the period before showed at its own end, which can be another number.
  const closedNote = `Each deal as it stands on ${formats.date(to)}: a month can differ from what it showed at its end. ${note ?? ""}`;
  const rowsOf = (numbers: (month: (typeof months)[number]) => string[]) =>
    months.map((month) => ({ key: month.key, name: month.fullName, numbers: numbers(month) }));
  const { count, mark, days, markDays } = formats;
  return (
    <>
      <ChartCard
        title="Won and lost per month"
        lead="Deals by the month they closed: won up, lost down"
        note={closedNote}
        className="lg:col-span-4"
        chart={
          <WonLostBars
            id="won-and-lost"
            title="Won and lost deals per month"
            months={months.map((month) => ({
              ...month,
              wonText: mark(month.won),
              lostText: mark(month.lost),
            }))}
          />
        }
        table={
          <ChartTable
            caption="Won and lost deals per month"
            headings={["Month", "Won", "Lost"]}
            rows={rowsOf(({ won, lost }) => [count(won), count(lost)])}
          />
        }
      />
      <ChartCard
        title="New prospects per month"
        lead="Customers by the month of their first sales conversation"
        note={note}
        className="lg:col-span-4"
        chart={
          <MonthBars
            id="new-prospects"
            title="New prospects per month"
            color="var(--accent-fill)"
            bars={months.map((month) => ({
              ...month,
              value: month.newProspects,
              text: mark(month.newProspects),
            }))}
          />
        }
        table={
          <ChartTable
            caption="New prospects per month"
            headings={["Month", "Customers"]}
            rows={rowsOf(({ newProspects }) => [count(newProspects)])}
          />
        }
      />
      <ChartCard
        title="Time to close per month"
        lead="Average days from first sales conversation to won"
        note={closedNote}
        className="lg:col-span-4"
        chart={
          <MonthBars
            id="time-to-close"
            title="Average days to close per month"
            color="var(--accent-fill)"
            bars={months.map((month) => ({
              ...month,
              value: month.averageDaysToClose,
              text: markDays(month.averageDaysToClose),
            }))}
          />
        }
        table={
          <ChartTable
            caption="Average days to close per month"
            headings={["Month", "Days", "Won deals"]}
            rows={rowsOf(({ averageDaysToClose, won }) => [days(averageDaysToClose), count(won)])}
          />
        }
      />
    </>
  );
}
