import { scaleLinear } from "d3-scale";
import type { Route } from "next";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { inOneLine } from "@/lib/wording/in-one-line";
import { BarName } from "./bar-name";
import { BarOnTrack } from "./bar-on-track";
import { ChartImage } from "./chart-image";

export type StageBar = {
  key: string;
  name: string;
  /** Said with the name, and never cut: that the stage is archived; "": nothing. */
  note?: string;
  value: number;
  text: string;
  color: string;
  /** Where the rows behind it are. */
  href?: Route;
};

type StageBarsProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  bars: readonly StageBar[];
};

/** As high as what one hits with a thumb. */
const rowHeight = 44;
const barTop = 22;
const barHeight = 10;
/** Of a bar's link above its name, as much as below its mark. */
const linkMargin = (rowHeight - barTop - barHeight) / 2;

/**
 * One horizontal bar a stage, from zero; the name and the number stand on the mark. Widths are percentages. The
 * links lie over the bars: within an image there can be none.
 */
export function StageBars({ id, title, bars }: StageBarsProps) {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const width = scaleLinear([0, most || 1], [0, 100]);
  const said = bars.map(({ name, note, text }) => `${inOneLine([name, note])}: ${text}`);
  return (
    <div className="@container relative">
      <ChartImage id={id} title={title} said={said} height={bars.length * rowHeight - 4}>
        {bars.map(({ key, name, note, value, text, color }, index) => (
          <g key={key} transform={`translate(0 ${index * rowHeight})`}>
            <BarName name={name} note={note} beside={text} y={14} />
            <text x="100%" y="14" fontSize="13" fontWeight="600" textAnchor="end" fill="var(--text)">
              {text}
            </text>
            <BarOnTrack y={barTop} height={barHeight} percent={width(value)} color={color} />
          </g>
        ))}
      </ChartImage>
      {bars.map(({ key, href }, index) =>
        href ? (
          <Link
            key={key}
            href={href}
            aria-label={said[index]}
            className="-inset-x-2 absolute rounded-control transition-colors hover:bg-text/5 focus-visible:-outline-offset-2 print:hidden"
            style={{ top: index * rowHeight - linkMargin, height: rowHeight }}
          >
            <LinkPending />
          </Link>
        ) : null,
      )}
    </div>
  );
}
