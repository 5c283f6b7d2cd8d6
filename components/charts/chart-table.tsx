import type { Route } from "next";
import { TextLink } from "@/components/text-link";

type ChartTableProps = {
  caption: string;
  /** The first heading names the rows, the others their numbers. */
  headings: readonly string[];
  rows: readonly { key: string; name: string; numbers: readonly string[]; href?: Route }[];
};

/** The data of a chart as a small table. */
export function ChartTable({ caption, headings, rows }: ChartTableProps) {
  const [first, ...others] = headings;
  return (
    <table className="figures w-full text-label">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-border border-b text-muted">
          <th scope="col" className="py-1.5 pr-3 text-left font-medium">
            {first}
          </th>
          {others.map((heading) => (
            <th key={heading} scope="col" className="py-1.5 pl-3 text-right font-medium">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, numbers, href }) => (
          <tr key={key} className="border-border border-b last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {href ? (
                <TextLink href={href} className="hover:text-accent">
                  <span className="name-in-cell">{name}</span>
                </TextLink>
              ) : (
                <span className="name-in-cell">{name}</span>
              )}
            </th>
            {numbers.map((number, index) => (
              <td key={others[index]} className="py-1.5 pl-3 text-right">
                {number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
