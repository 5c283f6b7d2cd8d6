import { ChevronDown, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type FilterPopoverProps = {
  icon: LucideIcon;
  /** What is filtered by. */
  label: string;
  /** What is on. */
  value: string;
  isSet: boolean;
  children: ReactNode;
};

/** One filter: shows what is on and opens its choices, also without JavaScript. */
export function FilterPopover({ icon: Icon, label, value, isSet, children }: FilterPopoverProps) {
  return (
    <details data-popover name="filter" className="group min-w-0 sm:relative">
      <summary
        className={`touch-target flex min-h-9 items-center gap-2 rounded-control border bg-surface px-2.5 shadow-box transition-colors hover:bg-surface-hover ${isSet ? "border-accent/60" : "border-border"}`}
      >
        <Icon aria-hidden="true" className={`size-4 shrink-0 ${isSet ? "text-accent" : "text-muted"}`} />
        <span className="truncate">
          <span className="text-muted max-sm:sr-only">{label} </span>
          <span className="font-medium">{value}</span>
        </span>
        <ChevronDown
          aria-hidden="true"
          className="size-4 shrink-0 text-muted transition-transform group-open:rotate-180 max-sm:hidden"
        />
      </summary>
      <div className="absolute inset-x-0 top-full z-20 mt-1.5 max-h-[70dvh] overflow-y-auto rounded-box border border-border bg-surface p-2 shadow-raised sm:inset-x-auto sm:left-0 sm:w-80">
        {children}
      </div>
    </details>
  );
}
