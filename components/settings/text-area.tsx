import type { ComponentProps } from "react";
import { FieldFrame, type FieldFrameProps } from "@/components/field-frame";

type TextAreaProps = Omit<ComponentProps<"textarea">, "id"> &
  Omit<FieldFrameProps, "children" | "className"> & {
    name: string;
  };

/** A labelled text of several lines with its hint and its error. */
export function TextArea({ label, hint, error, ...area }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(tied) => (
        <textarea
          {...tied}
          rows={3}
          className="input-text w-full rounded-control border border-border-strong bg-surface px-3 py-2 text-text placeholder:text-muted aria-invalid:border-lost"
          {...area}
        />
      )}
    </FieldFrame>
  );
}
