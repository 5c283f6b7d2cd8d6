import { scaleBand, scaleLinear } from "d3-scale";
import { BarLabel, isLongLabel, uprightRoom } from "./bar-label";
import { ChartImage } from "./chart-image";
import { Hatching } from "./hatching";
import { type ChartMonth, MonthAxis } from "./month-axis";

type MonthBar = ChartMonth & { value: number | null; text: string };

type MonthBarsProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  bars: readonly MonthBar[];
  color: string;
};

const base = 148;

const lineRoom = 18;

/**
 * Twelve months as bars from zero, each with its number; one that is unfinished is hatched. Numbers too long to
 * stand side by side stand upright.
 */
export function MonthBars({ id, title, bars, color }: MonthBarsProps) {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 0);
  const x = scaleBand(
    bars.map(({ key }) => key),
    [0, 100],
  ).paddingInner(0.3);
  const texts = bars.map(({ text }) => text);
  const isUpright = texts.some(isLongLabel);
  const height = scaleLinear([0, most || 1], [0, base - (isUpright ? uprightRoom(texts) : lineRoom)]);
  const said = bars.map(
    ({ label, text, isIncomplete }) => `${label}${isIncomplete ? " so far" : ""}: ${text}`,
  );
  return (
    <div className="@container">
      <ChartImage id={id} title={title} said={said} height={base + 34}>
        <Hatching id={`${id}-hatching`} color={color} />
        <line x1="0" x2="100%" y1={base + 0.5} y2={base + 0.5} stroke="var(--border)" />
        {bars.map(({ key, value, text, isIncomplete }) => {
          const tall = height(value ?? 0);
          const left = x(key) ?? 0;
          return (
            <g key={key}>
              {tall > 0 ? (
                <rect
                  x={`${left}%`}
                  y={base - tall}
                  width={`${x.bandwidth()}%`}
                  height={tall}
                  rx="2"
                  fill={isIncomplete ? `url(#${id}-hatching)` : color}
                  stroke={isIncomplete ? color : undefined}
                  strokeDasharray={isIncomplete ? "3 2" : undefined}
                />
              ) : null}
              <BarLabel
                text={text}
                centre={`${left + x.bandwidth() / 2}%`}
                y={base - tall - 5}
                isUpright={isUpright}
                fill={value ? "var(--text)" : "var(--muted)"}
              />
            </g>
          );
        })}
        <MonthAxis months={bars} x={x} y={base + 16} />
      </ChartImage>
    </div>
  );
}
