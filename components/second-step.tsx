"use client";

import type { ReactNode, ToggleEvent } from "react";

type SecondStepProps = {
  /** What the first step says: "Remove Cara…". */
  first: ReactNode;
  /** The button that does it. */
  children: ReactNode;
};

const showWhole = ({ currentTarget }: ToggleEvent<HTMLDetailsElement>) =>
  currentTarget.open && currentTarget.scrollIntoView({ block: "nearest" });

/** What cannot be taken back, behind a first step: only that shows the button that does it, and the page moves to it. */
export function SecondStep({ first, children }: SecondStepProps) {
  return (
    <details onToggle={showWhole} className="group max-w-full">
      <summary className="touch-target inline-flex min-h-9 max-w-full items-center wrap-break-word rounded-control border border-border-strong/60 px-3 font-medium hover:bg-surface-hover group-open:mb-3">
        {first}
      </summary>
      {children}
    </details>
  );
}
