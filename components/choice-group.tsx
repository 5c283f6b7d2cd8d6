import { type ReactNode, useId } from "react";
import { FieldError } from "./field-error";
import { opensHere } from "./opens-here";

export type ChoiceGroupProps = {
  legend: string;
  /** Said under the legend. */
  hint?: ReactNode;
  /** What is wrong with the choice and what to do. */
  error?: string;
};

/** Choices of which one is made, with their legend, hint and error, tied together for assistive technology. */
export function ChoiceGroup({ legend, hint, error, children }: ChoiceGroupProps & { children: ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      {...(error ? opensHere : {})}
      aria-describedby={described || undefined}
      className="w-full focus:outline-none"
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1 text-label text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError of={id} className="mt-1">
        {error}
      </FieldError>
    </fieldset>
  );
}
