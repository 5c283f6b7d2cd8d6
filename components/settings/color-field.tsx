import { ChoiceGroup, type ChoiceGroupProps } from "@/components/choice-group";
import { StageMark } from "@/components/stage-mark";
import type { Outcome } from "@/lib/pipeline/outcome";
import { stageColors } from "@/lib/stages/stage-colors";

type ColorFieldProps = Omit<ChoiceGroupProps, "legend"> & {
  outcome: Outcome;
  /** The chosen `#rrggbb`; empty = the outcome's own colour. A colour of an import stays among the choices. */
  chosen: string;
};

const keptColor: Record<Outcome, string> = {
  open: "Of an open stage: one that is won or lost keeps its outcome's colour.",
  won: "This stage is won and keeps the colour of Won everywhere. What is chosen here shows if it becomes open.",
  lost: "This stage is lost and keeps the colour of Lost everywhere. What is chosen here shows if it becomes open.",
};

/** The colour of an open stage's mark, by name, each shown as the mark it makes. */
export function ColorField({ outcome, chosen, hint, error }: ColorFieldProps) {
  const isKnown = stageColors.some(({ value }) => value === chosen);
  const choices = isKnown ? stageColors : [...stageColors, { value: chosen, label: chosen }];
  return (
    <ChoiceGroup
      legend="Colour"
      hint={
        <>
          {keptColor[outcome]} {hint}
        </>
      }
      error={error}
    >
      <div className="flex flex-wrap gap-1.5">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="touch-target flex min-h-9 cursor-pointer items-center gap-2 rounded-control border border-border px-2.5 hover:bg-surface-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="color"
              value={value}
              defaultChecked={value === chosen}
              aria-invalid={error ? true : undefined}
              className="sr-only"
            />
            <StageMark stage={value ? { color: value, outcome: "open" } : { color: null, outcome }} />
            {label}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
