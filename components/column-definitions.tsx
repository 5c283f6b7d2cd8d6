import { ChevronRight } from "lucide-react";

type ColumnDefinitionsProps = { summary: string; columns: readonly { term: string; text: string }[] };

/** What a table's columns count, on request; on paper always. */
export function ColumnDefinitions({ summary, columns }: ColumnDefinitionsProps) {
  return (
    <details className="group print-open">
      <summary className="touch-target inline-flex min-h-7 items-center gap-1 rounded-control text-label font-medium text-muted hover:text-text">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 transition-transform group-open:rotate-90 print:hidden"
        />
        {summary}
      </summary>
      <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
        {columns.map(({ term, text }) => (
          <div key={term} className="contents">
            <dt className="font-medium">{term}</dt>
            <dd className="text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
