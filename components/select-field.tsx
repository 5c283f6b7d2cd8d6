import type { ComponentProps } from "react";
import { FieldFrame, type FieldFrameProps } from "./field-frame";

export type SelectOption = { value: string; label: string };

type SelectFieldProps = Omit<ComponentProps<"select">, "id" | "children" | "className"> &
  Omit<FieldFrameProps, "children" | "className"> & {
    name: string;
    /** The first, empty option: what to choose. */
    prompt: string;
    options: readonly SelectOption[];
  };

/** A labelled choice from a list with its hint and its error. */
export function SelectField({ label, prompt, options, hint, error, ...select }: SelectFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(tied) => (
        <select
          key={String(select.defaultValue ?? "")}
          {...tied}
          className="touch-target input-text min-h-10 w-full rounded-control border border-border-strong bg-surface px-2.5 text-text aria-invalid:border-lost"
          {...select}
        >
          <option value="">{prompt}</option>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
