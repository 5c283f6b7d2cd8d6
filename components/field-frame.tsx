import { type ReactNode, useId } from "react";
import { FieldError } from "./field-error";
import { opensHere } from "./opens-here";

export type FieldFrameProps = {
  label: string;
  /** Said under the label: what is asked for, in which form. */
  hint?: ReactNode;
  /** What is wrong with the value and what to do. */
  error?: string;
  className?: string;
  /** The control, given what ties it to its label, hint and error. */
  children: (tied: ReturnType<typeof tie>) => ReactNode;
};

function tie(id: string, hasHint: boolean, isWrong: boolean) {
  const described = [hasHint ? `${id}-hint` : "", isWrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    "aria-invalid": isWrong || undefined,
    "aria-describedby": described || undefined,
  };
}

/** A control with its label, its hint and its error, tied together for assistive technology. */
export function FieldFrame({ label, hint, error, className = "", children }: FieldFrameProps) {
  const id = useId();
  return (
    <div {...(error ? opensHere : {})} className={`flex flex-col gap-1 focus:outline-none ${className}`}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-label text-muted">
          {hint}
        </p>
      ) : null}
      {children(tie(id, Boolean(hint), Boolean(error)))}
      <FieldError of={id}>{error}</FieldError>
    </div>
  );
}
