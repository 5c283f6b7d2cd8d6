import { cutText } from "@/lib/format/cut-text";

type BarNameProps = { name: string; y: number };

const long = 40;
const short = 20;

function shortened(name: string, longest: number): string {
  return name.length > longest ? `${cutText(name, longest - 1).trimEnd()}…` : name;
}

/** The name over a bar, as long as there is room for; the chart's table has it in full. */
export function BarName({ name, y }: BarNameProps) {
  return (
    <g fontSize="13" fill="var(--text)">
      <text y={y} className="hidden @sm:block">
        {shortened(name, long)}
      </text>
      <text y={y} className="@sm:hidden">
        {shortened(name, short)}
      </text>
    </g>
  );
}
