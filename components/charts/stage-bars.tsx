import { scaleLinear } from "d3-scale";
import { BarName } from "./bar-name";

export type StageBar = { key: string; name: string; value: number; text: string; color: string };

type StageBarsProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  bars: readonly StageBar[];
};

const rowHeight = 40;
const barTop = 22;
const barHeight = 10;
/** One horizontal bar a stage, from zero; the name and the number stand on the mark. Widths are percentages. */
export function StageBars({ id, title, bars }: StageBarsProps) {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const width = scaleLinear([0, most || 1], [0, 100]);
  return (
    <div className="@container">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width="100%"
        height={bars.length * rowHeight - 4}
        className="figures block overflow-visible"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{bars.map(({ name, text }) => `${name}: ${text}`).join("; ")}</desc>
        {bars.map(({ key, name, value, text, color }, index) => (
          <g key={key} transform={`translate(0 ${index * rowHeight})`}>
            <BarName name={name} y={14} />
            <text x="100%" y="14" fontSize="13" fontWeight="600" textAnchor="end" fill="var(--text)">
              {text}
            </text>
            <rect y={barTop} width="100%" height={barHeight} rx="3" fill="var(--track)" />
            {value > 0 ? (
              <rect
                y={barTop}
                width={`${Math.max(width(value), 0.6)}%`}
                height={barHeight}
                rx="3"
                fill={color}
              />
            ) : null}
          </g>
        ))}
      </svg>
    </div>
  );
}
