import { type ComponentProps, type ReactNode, useId } from "react";

type TextAreaProps = Omit<ComponentProps<"textarea">, "id"> & {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
};

/** A labelled text of several lines with its hint and its error. */
export function TextArea({ label, hint, error, ...area }: TextAreaProps) {
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
      <textarea
        id={id}
        rows={3}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="input-text w-full rounded-control border border-border-strong bg-surface px-3 py-2 text-text placeholder:text-muted aria-invalid:border-lost"
        {...area}
      />
      {error ? (
        <p id={`${id}-error`} className="text-label text-lost">
          {error}
        </p>
      ) : null}
    </div>
  );
}
