import { ChevronDown, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type FilterPopoverProps = {
  icon: LucideIcon;
  /** What is filtered by. */
  label: string;
  /** What is on. */
  value: string;
  isSet: boolean;
  /** The last of its bar: in a middling window its choices end where the bar does, not beyond the page. */
  isAtEnd?: boolean;
  children: ReactNode;
};

/**
 * One filter: shows what is on and opens its choices, also without JavaScript. On a phone they lie above the bottom
 * bar.
 */
export function FilterPopover(props: FilterPopoverProps) {
  const { icon: Icon, label, value, isSet, isAtEnd = false, children } = props;
  return (
    <details
      data-popover
      name="filter"
      className={`group min-w-0 ${isAtEnd ? "lg:relative" : "sm:relative"}`}
    >
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
      <div
        className={`fixed inset-x-3 bottom-[calc(0.75rem+var(--bar-room,0px))] z-20 max-h-[70dvh] overflow-y-auto rounded-box border border-border bg-surface p-2 shadow-raised sm:absolute sm:inset-x-auto sm:top-full sm:bottom-auto sm:mt-1.5 sm:w-80 ${isAtEnd ? "sm:right-0 lg:right-auto lg:left-0" : "sm:left-0"}`}
      >
        {children}
      </div>
    </details>
  );
}
