import { cutText } from "@/lib/format/cut-text";
import { inOneLine } from "@/lib/wording/in-one-line";

type BarNameProps = { name: string; note?: string; y: number };

const long = 40;
const short = 20;

function shortened(name: string, longest: number): string {
  return name.length > longest ? `${cutText(name, longest - 1).trimEnd()}…` : name;
}

/** The name over a bar, as long as there is room for, with its note; the chart's table has it in full. */
export function BarName({ name, note = "", y }: BarNameProps) {
  const noteLength = note.length === 0 ? 0 : note.length + 3;
  const shown = (longest: number) => inOneLine([shortened(name, longest - noteLength), note]);
  return (
    <g fontSize="13" fill="var(--text)">
      <text y={y} className="hidden @sm:block">
        {shown(long)}
      </text>
      <text y={y} className="@sm:hidden">
        {shown(short)}
      </text>
    </g>
  );
}
