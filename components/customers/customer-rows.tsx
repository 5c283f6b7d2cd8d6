import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { StageMark } from "@/components/stage-mark";
import type { CustomerRow } from "@/db/queries/customers";
import { customerAddress } from "@/lib/customers/customer-address";
import type { TeamFormats } from "@/lib/format/team-formats";

type CustomerRowsProps = { rows: readonly CustomerRow[]; formats: TeamFormats };

const heading = "border-border border-b px-2 py-2 text-left font-medium first:pl-4 last:pr-4";
const cell =
  "min-w-0 lg:border-border lg:border-t lg:px-2 lg:py-2.5 lg:first:pl-4 lg:last:pr-4 lg:group-first:border-t-0";
const labelled = `${cell} max-lg:before:block max-lg:before:text-label max-lg:before:text-muted max-lg:before:content-[attr(data-label)]`;

function Standing({ row }: { row: CustomerRow }) {
  if (row.stage === null || row.stageOutcome === null)
    return <span className="text-muted">{row.lastOn ? "No sale yet" : "Nothing logged yet"}</span>;
  return (
    <span className="flex items-center gap-1.5">
      <StageMark stage={{ color: row.stageColor, outcome: row.stageOutcome }} />
      <span className="min-w-0 truncate">{row.stage}</span>
    </span>
  );
}

/** Customers with where their last sales conversation stands: a table, on narrow screens a card each. */
export function CustomerRows({ rows, formats }: CustomerRowsProps) {
  return (
    <table
      aria-label="Customers"
      className="block w-full lg:table lg:table-fixed lg:border-separate lg:border-spacing-0 lg:rounded-box lg:bg-surface lg:shadow-box lg:ring-1 lg:ring-border"
    >
      <thead className="hidden lg:table-header-group">
        <tr className="text-label text-muted">
          <th scope="col" className={heading}>
            Customer
          </th>
          <th scope="col" className={`${heading} w-[20%]`}>
            Stage
          </th>
          <th scope="col" className={`${heading} w-[18%]`}>
            Salesperson
          </th>
          <th scope="col" className={`${heading} w-[10rem] text-right`}>
            Amount
          </th>
          <th scope="col" className={`${heading} w-[8.5rem] text-right`}>
            Last conversation
          </th>
        </tr>
      </thead>
      <tbody className="grid gap-2 sm:grid-cols-2 lg:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.id}
            className="group relative grid grid-cols-2 enlarged:grid-cols-1 content-start gap-x-4 gap-y-2 rounded-box border border-border bg-surface p-4 transition-colors hover:bg-surface-hover lg:table-row lg:border-0"
          >
            <th scope="row" className={`${cell} col-span-full text-left font-semibold`}>
              <Link
                href={customerAddress(row.id)}
                className="after:absolute after:inset-0 after:rounded-box lg:hover:underline"
              >
                {row.name}
                <LinkPending />
              </Link>
              {row.foundContact ? <p className="font-normal text-muted">{row.foundContact}</p> : null}
            </th>
            <td className={`${cell} font-medium`}>
              <Standing row={row} />
            </td>
            <td
              className={`${cell} figures text-right enlarged:text-left font-semibold lg:order-none lg:hidden`}
            >
              {row.amount === null ? null : formats.money(row.amount)}
            </td>
            <td data-label="Salesperson" className={labelled}>
              {row.salesperson ?? "–"}
            </td>
            <td className={`${cell} figures hidden whitespace-nowrap text-right font-semibold lg:table-cell`}>
              {formats.money(row.amount)}
            </td>
            <td
              data-label="Last conversation"
              className={`${labelled} figures text-right enlarged:text-left lg:whitespace-nowrap`}
            >
              {formats.date(row.lastOn)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
