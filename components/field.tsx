import { type ComponentProps, type ReactNode, useId } from "react";

type FieldProps = Omit<ComponentProps<"input">, "id"> & {
  name: string;
  label: string;
  /** Said under the label: what is asked for, in which form. */
  hint?: ReactNode;
  /** What is wrong with the value and what to do. */
  error?: string;
};

/** A labelled input with its hint and its error, tied together for assistive technology. */
export function Field({ label, hint, error, className = "", ...input }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-label text-muted">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="touch-target input-text min-h-10 w-full min-w-0 rounded-control border border-border-strong bg-surface px-3 text-text [&[type=date]]:px-2 placeholder:text-muted aria-invalid:border-lost"
        {...input}
      />
      {error ? (
        <p id={`${id}-error`} className="text-label text-lost">
          {error}
        </p>
      ) : null}
    </div>
  );
}
