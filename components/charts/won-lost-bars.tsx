import { scaleBand, scaleLinear } from "d3-scale";
import { BarLabel, isLongLabel, uprightRoom } from "./bar-label";
import { ChartImage } from "./chart-image";
import { Hatching } from "./hatching";
import { type ChartMonth, MonthAxis } from "./month-axis";

type WonLostMonth = ChartMonth & { won: number; lost: number; wonText: string; lostText: string };

type WonLostBarsProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  months: readonly WonLostMonth[];
};

const bottom = 166;
const lineRoom = { over: 18, under: 16 };

/**
 * Twelve months: won deals upwards and lost ones downwards from one zero line, on one scale. Numbers too long to stand
 * side by side stand upright.
 */
export function WonLostBars({ id, title, months }: WonLostBarsProps) {
  const mostWon = Math.max(...months.map(({ won }) => won), 0);
  const mostLost = Math.max(...months.map(({ lost }) => lost), 0);
  const x = scaleBand(
    months.map(({ key }) => key),
    [0, 100],
  ).paddingInner(0.3);
  const texts = { over: months.map(({ wonText }) => wonText), under: months.map(({ lostText }) => lostText) };
  const isUpright = [...texts.over, ...texts.under].some(isLongLabel);
  const room = isUpright ? { over: uprightRoom(texts.over), under: uprightRoom(texts.under) } : lineRoom;
  const height = scaleLinear([0, mostWon + mostLost || 1], [0, bottom - room.over - room.under]);
  const zero = room.over + height(mostWon);
  const bars = months.flatMap((month) => [
    { ...month, outcome: "won", tall: height(month.won), count: month.won, text: month.wonText },
    { ...month, outcome: "lost", tall: height(month.lost), count: month.lost, text: month.lostText },
  ]);
  const said = months.map(
    ({ label, wonText, lostText, isIncomplete }) =>
      `${label}${isIncomplete ? " so far" : ""}: ${wonText} won, ${lostText} lost`,
  );
  return (
    <div className="@container">
      <ChartImage id={id} title={title} said={said} height={bottom + 34}>
        <Hatching id={`${id}-won`} color="var(--won-mark)" />
        <Hatching id={`${id}-lost`} color="var(--lost-mark)" />
        {bars.map(({ key, outcome, tall, count, text, isIncomplete }) => {
          const isWon = outcome === "won";
          const color = `var(--${outcome}-mark)`;
          const left = x(key) ?? 0;
          return (
            <g key={key + outcome}>
              {tall > 0 ? (
                <rect
                  x={`${left}%`}
                  y={isWon ? zero - tall : zero + 1}
                  width={`${x.bandwidth()}%`}
                  height={tall}
                  rx="2"
                  fill={isIncomplete ? `url(#${id}-${outcome})` : color}
                  stroke={isIncomplete ? color : undefined}
                  strokeDasharray={isIncomplete ? "3 2" : undefined}
                />
              ) : null}
              {count > 0 ? (
                <BarLabel
                  text={text}
                  centre={`${left + x.bandwidth() / 2}%`}
                  y={isWon ? zero - tall - 5 : zero + tall + (isUpright ? 6 : 13)}
                  isUpright={isUpright}
                  isUnder={!isWon}
                  fill={`var(--${outcome})`}
                />
              ) : null}
            </g>
          );
        })}
        <line x1="0" x2="100%" y1={zero + 0.5} y2={zero + 0.5} stroke="var(--border-strong)" />
        <MonthAxis months={months} x={x} y={bottom + 16} />
      </ChartImage>
    </div>
  );
}
