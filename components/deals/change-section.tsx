import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** One thing one may do, opened on request. */
export function ChangeSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group/change rounded-box border border-border bg-surface">
      <summary className="flex min-h-11 items-center gap-2 rounded-box px-4 font-medium hover:bg-surface-hover">
        {title}
        <ChevronDown
          aria-hidden="true"
          className="ml-auto size-4 shrink-0 text-muted transition-transform group-open/change:rotate-180"
        />
      </summary>
      <div className="border-border border-t p-4">{children}</div>
    </details>
  );
}
