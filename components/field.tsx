import type { ComponentProps } from "react";
import { fieldClass } from "./field-class";
import { FieldFrame, type FieldFrameProps } from "./field-frame";

type FieldProps = Omit<ComponentProps<"input">, "id"> &
  Omit<FieldFrameProps, "children"> & {
    name: string;
  };

/** A labelled input with its hint and its error. */
export function Field({ label, hint, error, className, ...input }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} className={className}>
      {(tied) => <input {...tied} className={fieldClass} {...input} />}
    </FieldFrame>
  );
}
