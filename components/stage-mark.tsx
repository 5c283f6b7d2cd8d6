import { markColor } from "@/lib/format/mark-color";
import type { Outcome } from "@/lib/pipeline/outcome";

type StageMarkProps = { stage: { color: string | null; outcome: Outcome } };

/** A stage's mark: its colour, and a shape that tells its outcome: a dot (open), a tick (won), a cross (lost). */
export function StageMark({ stage }: StageMarkProps) {
  const color = markColor(stage);
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 shrink-0">
      {stage.outcome === "open" ? <circle cx="6" cy="6" r="4" fill={color} /> : null}
      {stage.outcome === "won" ? (
        <path
          d="M1.5 6.5 4.7 9.5 10.5 2.8"
          fill="none"
          stroke={color}
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      ) : null}
      {stage.outcome === "lost" ? (
        <path d="M2.5 2.5l7 7m0-7l-7 7" fill="none" stroke={color} strokeWidth="2.2" strokeLinecap="round" />
      ) : null}
    </svg>
  );
}
