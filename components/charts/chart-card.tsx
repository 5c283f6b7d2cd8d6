import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/tremor/card";

type ChartCardProps = {
  title: string;
  /** Said under the title: what the marks are. */
  lead: string;
  /** Said under the chart: what is incomplete or left out. */
  note?: string;
  chart: ReactNode;
  /** The same data as a table, shown on request. */
  table: ReactNode;
  className?: string;
};

/** A chart on its card, with its data as a table on request. */
export function ChartCard({ title, lead, note, chart, table, className }: ChartCardProps) {
  return (
    <Card className={`flex min-w-0 break-inside-avoid flex-col ${className ?? ""}`}>
      <h2 className="font-semibold">{title}</h2>
      <p className="text-label text-muted">{lead}</p>
      <div className="mt-4">{chart}</div>
      {note ? <p className="mt-2 text-label text-muted">{note}</p> : null}
      <details className="group mt-auto pt-2 print:not-open:hidden">
        <summary className="touch-target inline-flex min-h-7 items-center gap-1 rounded-control text-label font-medium text-muted hover:text-text">
          <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open:rotate-90" />
          As a table<span className="sr-only">: {title}</span>
        </summary>
        <div className="mt-2 overflow-x-auto">{table}</div>
      </details>
    </Card>
  );
}
