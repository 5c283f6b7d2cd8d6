import { ChangeTable } from "@/components/change-table";
import type { Preview } from "@/lib/preview";

/** What would change, before it is saved: in sentences, the rows concerned side by side, and the figures. */
export function PreviewChanges({ preview }: { preview: Preview }) {
  const { sentences, rows, figures } = preview;
  const figureRows = figures.map(({ whose, figure, ...values }) => ({
    what: whose === null ? figure : `${whose}: ${figure}`,
    ...values,
  }));
  return (
    <section aria-label="What would change" className="flex flex-col gap-4">
      {sentences.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {rows.length > 0 ? <ChangeTable headings={["Now", "Then"]} caption="What changes" rows={rows} /> : null}
      {figureRows.length > 0 ? (
        <ChangeTable
          headings={["Now", "Then"]}
          caption="Figures, as of today since the beginning"
          rows={figureRows}
        />
      ) : (
        <p className="text-muted">No figure of the overview changes.</p>
      )}
    </section>
  );
}
