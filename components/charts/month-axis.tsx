import type { ScaleBand } from "d3-scale";

export type ChartMonth = {
  /** YYYY-MM. */
  key: string;
  label: string;
  narrowLabel: string;
  /** Given where a year begins on the axis. */
  year: string | null;
  /** The as-of day leaves it unfinished. */
  isIncomplete: boolean;
};

type MonthAxisProps = { months: readonly ChartMonth[]; x: ScaleBand<string>; y: number };

/** The months under a chart, in short, on narrow screens by their first letter; years where they begin. */
export function MonthAxis({ months, x, y }: MonthAxisProps) {
  return (
    <g fontSize="11" fill="var(--muted)" textAnchor="middle">
      {months.map(({ key, label, narrowLabel, year, isIncomplete }) => {
        const centre = `${(x(key) ?? 0) + x.bandwidth() / 2}%`;
        const weight = isIncomplete ? "600" : undefined;
        return (
          <g key={key}>
            <text x={centre} y={y} fontWeight={weight} className="hidden @xs:block">
              {label}
            </text>
            <text x={centre} y={y} fontWeight={weight} className="@xs:hidden">
              {narrowLabel}
            </text>
            {year ? (
              <text x={centre} y={y + 14}>
                {year}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}
