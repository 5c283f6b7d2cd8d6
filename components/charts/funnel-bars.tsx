import { scaleLinear } from "d3-scale";
import { inOneLine } from "@/lib/wording/in-one-line";
import { BarName } from "./bar-name";
import type { StageBar } from "./stage-bars";

type FunnelBar = StageBar & {
  /** The share of the first step, finished; what else is to be said of a bar that is no step. */
  share: string;
  /** How many go on to the next step, in words; null at the last. */
  stepText: string | null;
};

type FunnelBarsProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  bars: readonly FunnelBar[];
};

const rowHeight = 60;
const barTop = 20;
const barHeight = 16;

/** The steps of a funnel as bars from zero, with the step conversion between them. */
export function FunnelBars({ id, title, bars }: FunnelBarsProps) {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const width = scaleLinear([0, most || 1], [0, 100]);
  const said = bars.map(({ name, text, stepText }) => `${name}: ${text}${stepText ? `, ${stepText}` : ""}`);
  return (
    <div className="@container">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width="100%"
        height={bars.length * rowHeight - 20}
        className="figures block overflow-visible"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{said.join("; ")}</desc>
        {bars.map(({ key, name, value, text, share, stepText, color }, index) => (
          <g key={key} transform={`translate(0 ${index * rowHeight})`}>
            <BarName name={name} beside={inOneLine([text, share])} y={13} />
            <text x="100%" y="13" fontSize="13" textAnchor="end" fill="var(--muted)">
              <tspan fontWeight="600" fill="var(--text)">
                {text}
              </tspan>
              {share ? ` · ${share}` : ""}
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
            {stepText ? (
              <text x="0" y="51" fontSize="11" fill="var(--muted)">
                ↓ {stepText}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </div>
  );
}
