import type { Preview } from "@/lib/preview";

type ChangeTableProps = {
  caption: string;
  rows: readonly { what: string; before: string; after: string }[];
};

function ChangeTable({ caption, rows }: ChangeTableProps) {
  return (
    <table className="w-full table-fixed text-left">
      <caption className="pb-1 text-left font-semibold">{caption}</caption>
      <thead className="text-label text-muted">
        <tr>
          <th scope="col" className="w-1/4 font-medium">
            <span className="sr-only">What</span>
          </th>
          <th scope="col" className="pr-3 font-medium">
            Now
          </th>
          <th scope="col" className="font-medium">
            Then
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, before, after }) => (
          <tr key={what} className="align-top">
            <th scope="row" className="wrap-anywhere py-1 pr-3 font-medium">
              {what}
            </th>
            <td className="wrap-anywhere figures whitespace-pre-line py-1 pr-3 text-muted">
              {before || "–"}
            </td>
            <td className="wrap-anywhere figures whitespace-pre-line py-1">{after || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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
      {rows.length > 0 ? <ChangeTable caption="What changes" rows={rows} /> : null}
      {figureRows.length > 0 ? (
        <ChangeTable caption="Figures, as of today since the beginning" rows={figureRows} />
      ) : (
        <p className="text-muted">No figure of the overview changes.</p>
      )}
    </section>
  );
}
