import { useId } from "react";
import { ChoiceGroup, type ChoiceGroupProps } from "./choice-group";

/** One of few things to choose from, with what it means. */
type ChoiceCard = { value: string; label: string; means: string };

type ChoiceCardsProps = Pick<ChoiceGroupProps, "legend" | "error"> & {
  name: string;
  choices: readonly ChoiceCard[];
  chosen?: string;
};

/** A choice of one among few, each explained where it is chosen. */
export function ChoiceCards({ legend, name, choices, chosen, error }: ChoiceCardsProps) {
  const id = useId();
  return (
    <ChoiceGroup key={chosen} legend={legend} error={error}>
      <div className="flex flex-col gap-2">
        {choices.map(({ value, label, means }) => (
          <label
            key={value}
            className="flex cursor-pointer gap-3 rounded-box border border-border p-3 hover:bg-surface-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              aria-labelledby={`${id}-${value}`}
              aria-describedby={`${id}-${value}-means`}
              aria-invalid={error ? true : undefined}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              <span id={`${id}-${value}`} className="block font-medium">
                {label}
              </span>
              <span id={`${id}-${value}-means`} className="block text-label text-muted">
                {means}
              </span>
            </span>
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
