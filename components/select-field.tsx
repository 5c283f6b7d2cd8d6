"use client";

import { type ComponentProps, type ReactNode, useId } from "react";

export type SelectOption = { value: string; label: string };

type SelectFieldProps = Omit<ComponentProps<"select">, "id" | "children"> & {
  name: string;
  label: string;
  /** The first, empty option: what to choose. */
  prompt: string;
  options: readonly SelectOption[];
  hint?: ReactNode;
  /** What is wrong with the choice and what to do. */
  error?: string;
};

/** A labelled choice from a list with its hint and its error, tied together for assistive technology. */
export function SelectField({ label, prompt, options, hint, error, ...select }: SelectFieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-label text-muted">
          {hint}
        </p>
      ) : null}
      <select
        key={String(select.defaultValue ?? "")}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
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
      {error ? (
        <p id={`${id}-error`} className="text-label text-lost">
          {error}
        </p>
      ) : null}
    </div>
  );
}
