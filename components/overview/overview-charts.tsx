import type { ReactNode } from "react";

/** The overview's charts side by side; one whose table is open does not stretch its neighbours. */
export function OverviewCharts({ children }: { children: ReactNode }) {
  return (
    <section
      aria-label="Charts"
      className="grid grid-cols-1 gap-3 has-[details[open]]:items-start lg:grid-cols-12"
    >
      {children}
    </section>
  );
}
