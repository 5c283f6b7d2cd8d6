import type { ComponentProps } from "react";
import { FieldFrame, type FieldFrameProps } from "./field-frame";

type FieldProps = Omit<ComponentProps<"input">, "id"> &
  Omit<FieldFrameProps, "children"> & {
    name: string;
  };

/** A labelled input with its hint and its error. */
export function Field({ label, hint, error, className, ...input }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} className={className}>
      {(tied) => (
        <input
          {...tied}
          className="touch-target input-text min-h-10 w-full min-w-0 rounded-control border border-border-strong bg-surface px-3 text-text [&[type=date]]:px-2 placeholder:text-muted aria-invalid:border-lost"
          {...input}
        />
      )}
    </FieldFrame>
  );
}
