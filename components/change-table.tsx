type ChangeTableProps = {
  caption?: string;
  /** The headings of what was and what is. */
  headings: readonly [before: string, after: string];
  /** Empty stands for nothing. */
  rows: readonly {
    what: string;
    before: string;
    after: string;
    /** Said under what is. */
    remark?: string;
  }[];
};

/** What changes, before and after side by side. */
export function ChangeTable({ caption, headings: [before, after], rows }: ChangeTableProps) {
  return (
    <table className="w-full table-fixed text-left">
      {caption ? <caption className="pb-1 text-left font-semibold">{caption}</caption> : null}
      <thead className="text-label text-muted">
        <tr>
          <th scope="col" className="w-[6.5rem] font-medium sm:w-1/4">
            <span className="sr-only">What</span>
          </th>
          <th scope="col" className="pr-3 font-medium">
            {before}
          </th>
          <th scope="col" className="font-medium">
            {after}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what} className="align-top">
            <th scope="row" className="py-1 pr-3 font-medium">
              {row.what}
            </th>
            <td className="figures whitespace-pre-line py-1 pr-3 text-muted">{row.before || "–"}</td>
            <td className="figures whitespace-pre-line py-1">
              {row.after || "–"}
              {row.remark ? <span className="block text-label text-lost">{row.remark}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
