import { inOneLine } from "@/lib/wording/in-one-line";
import { BarName } from "./bar-name";
import { BarOnTrack } from "./bar-on-track";
import { ChartImage } from "./chart-image";
import type { StageBar } from "./stage-bars";

/** Its `value` is a fraction of the whole, which is as wide as the chart. */
type FunnelBar = StageBar & {
  /** The share of the whole, finished; what else is to be said of a bar that is no step. */
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
  const said = bars.map(({ name, text, stepText }) => `${name}: ${text}${stepText ? `, ${stepText}` : ""}`);
  return (
    <div className="@container">
      <ChartImage id={id} title={title} said={said} height={bars.length * rowHeight - 20}>
        {bars.map(({ key, name, value, text, share, stepText, color }, index) => (
          <g key={key} transform={`translate(0 ${index * rowHeight})`}>
            <BarName name={name} beside={inOneLine([text, share])} y={13} />
            <text x="100%" y="13" fontSize="13" textAnchor="end" fill="var(--muted)">
              <tspan fontWeight="600" fill="var(--text)">
                {text}
              </tspan>
              {share ? ` · ${share}` : ""}
            </text>
            <BarOnTrack y={barTop} height={barHeight} percent={value * 100} color={color} />
            {stepText ? (
              <text x="0" y="51" fontSize="11" fill="var(--muted)">
                ↓ {stepText}
              </text>
            ) : null}
          </g>
        ))}
      </ChartImage>
    </div>
  );
}
