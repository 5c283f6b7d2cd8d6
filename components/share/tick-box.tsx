import { type ReactNode, useId } from "react";

type TickBoxProps = { name: string; label: string; hint?: ReactNode; isTicked: boolean };

/** One thing to tick, with what it means. */
export function TickBox({ name, label, hint, isTicked }: TickBoxProps) {
  const id = useId();
  return (
    <label className="touch-target flex min-h-8 cursor-pointer items-start gap-3 py-1">
      <input
        key={String(isTicked)}
        type="checkbox"
        name={name}
        defaultChecked={isTicked}
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span>
        <span id={id} className="block">
          {label}
        </span>
        {hint ? (
          <span id={`${id}-hint`} className="block text-label text-muted">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
