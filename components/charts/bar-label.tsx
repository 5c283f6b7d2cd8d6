type BarLabelProps = {
  text: string;
  /** The middle of the bar, in percent of the chart's width. */
  centre: string;
  /** Where it ends below; of an upright one under its bar, where it ends above. */
  y: number;
  isUpright: boolean;
  /** It stands under its bar. */
  isUnder?: boolean;
  fill: string;
};

const className = "text-[10px] @xs:text-[11px]";
const mostFigures = 3;

/** Whether twelve such labels run into each other on a phone: `99.9` stands beside `98.7`, `1234` does not. */
export function isLongLabel(text: string): boolean {
  return (text.match(/[\p{N}\p{L}]/gu)?.length ?? 0) > mostFigures;
}

/** What upright labels take at the highest bar's end: their characters one above the other. */
export function uprightRoom(texts: readonly string[]): number {
  return 10 + 7 * Math.max(...texts.map((text) => text.length));
}

/** The number at a bar's end; upright it is read from below, as wide as one line. */
export function BarLabel({ text, centre, y, isUpright, isUnder = false, fill }: BarLabelProps) {
  if (!isUpright)
    return (
      <text x={centre} y={y} className={className} textAnchor="middle" fill={fill}>
        {text}
      </text>
    );
  return (
    // Within it the text turns about the middle of its bar, which is known in percent only.
    <svg aria-hidden="true" x={centre} y={y} className="overflow-visible">
      <text
        transform="rotate(-90)"
        dy="0.35em"
        className={className}
        textAnchor={isUnder ? "end" : undefined}
        fill={fill}
      >
        {text}
      </text>
    </svg>
  );
}
