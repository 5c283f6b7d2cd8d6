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

const rowLook = "align-top max-sm:grid max-sm:grid-cols-2";

/**
 * What changes, before and after side by side. On a phone what it is stands in a line above them: beside it the two
 * have no room for an amount in one piece.
 */
export function ChangeTable({ caption, headings: [before, after], rows }: ChangeTableProps) {
  return (
    <table className="w-full text-left max-sm:block sm:table-fixed">
      {caption ? <caption className="pb-1 text-left font-semibold max-sm:block">{caption}</caption> : null}
      <thead className="text-label text-muted max-sm:block">
        <tr className={rowLook}>
          <th scope="col" className="font-medium max-sm:sr-only sm:w-1/4">
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
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr key={row.what} className={rowLook}>
            <th scope="row" className="pt-1 pr-3 font-medium max-sm:col-span-2 sm:pb-1">
              {row.what}
            </th>
            <td className="figures whitespace-pre-line pr-3 pb-1 text-muted sm:pt-1">{row.before || "–"}</td>
            <td className="figures whitespace-pre-line pb-1 sm:pt-1">
              {row.after || "–"}
              {row.remark ? <span className="block text-label text-lost">{row.remark}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
