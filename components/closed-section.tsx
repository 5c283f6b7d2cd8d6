import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type ClosedSectionProps = {
  title: ReactNode;
  /** It stands open: an answer is in it. */
  isOpen: boolean;
  children: ReactNode;
};

/** One thing one may do, opened on request. */
export function ClosedSection({ title, isOpen, children }: ClosedSectionProps) {
  return (
    <details open={isOpen || undefined} className="group/closed rounded-box border border-border bg-surface">
      <summary className="flex min-h-11 items-center gap-2 rounded-box px-4 py-2 font-medium hover:bg-surface-hover">
        <span className="min-w-0">{title}</span>
        <ChevronDown
          aria-hidden="true"
          className="ml-auto size-4 shrink-0 text-muted transition-transform group-open/closed:rotate-180"
        />
      </summary>
      <div className="border-border border-t p-4">{children}</div>
    </details>
  );
}
