import { cutText } from "@/lib/format/cut-text";
import { inOneLine } from "@/lib/wording/in-one-line";

type BarNameProps = {
  name: string;
  note?: string;
  /** What ends the same line: the value. */
  beside: string;
  y: number;
};

/** How many characters a line has room for, by the width of the chart. */
const lines = [
  { room: 32, look: "@sm:hidden" },
  { room: 52, look: "hidden @sm:block @lg:hidden" },
  { room: 68, look: "hidden @lg:block" },
];
const gap = 2;

function shortened(name: string, longest: number): string {
  return name.length > longest ? `${cutText(name, longest - 1).trimEnd()}…` : name;
}

/**
 * The name over a bar, as long as there is room for beside the value, with its note; the chart's table has it in full.
 */
export function BarName({ name, note = "", beside, y }: BarNameProps) {
  const noteLength = note.length === 0 ? 0 : note.length + 3;
  const taken = beside.length + gap + noteLength;
  return (
    <g fontSize="13" fill="var(--text)">
      {lines.map(({ room, look }) => (
        <text key={room} y={y} className={look}>
          {inOneLine([shortened(name, Math.max(room - taken, 8)), note])}
        </text>
      ))}
    </g>
  );
}
