import { StageMark } from "@/components/stage-mark";
import { TextLink } from "@/components/text-link";
import { customerAddress } from "@/lib/customers/customer-address";
import { none } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import type { DealRow } from "./deal-row";

const cell = "border-border wide:table-cell wide:border-b wide:px-3 wide:py-2.5 wide:align-top";
const labelled = `${cell} block before:block before:text-label before:text-muted before:content-[attr(data-label)] wide:before:content-none`;
const leftOutOfCard = `${cell} hidden`;
const name = "touch-target inline-flex min-h-6 wrap-anywhere items-center hover:text-accent";
const heading = "border-border border-b px-3 py-2 font-medium";

/** Deals with what they are and were: a table, on narrower screens a card each, without what an open one has not. */
export function DealTable({ rows, label }: { rows: readonly DealRow[]; label: string }) {
  return (
    <table
      aria-label={label}
      className="print-sideways block print:[zoom:0.75] w-full wide:table wide:table-fixed wide:border-separate wide:border-spacing-0 wide:rounded-box wide:bg-surface wide:shadow-box wide:ring-1 wide:ring-border"
    >
      <thead className="hidden text-label text-muted wide:table-header-group">
        <tr className="text-left">
          <th scope="col" className={heading}>
            Customer, deal
          </th>
          <th scope="col" className={`${heading} w-[9.5rem]`}>
            Stage
          </th>
          <th scope="col" className={`${heading} w-[10.5rem]`}>
            Salesperson
          </th>
          <th scope="col" className={`${heading} w-[9.5rem] text-right`}>
            Amount
          </th>
          <th scope="col" className={`${heading} w-[7.5rem] text-right`}>
            Opened
          </th>
          <th scope="col" className={`${heading} w-[7.5rem] text-right`}>
            Closed
          </th>
          <th scope="col" className={`${heading} w-[5.5rem] text-right`}>
            Days to close
          </th>
        </tr>
      </thead>
      <tbody className="grid gap-3 sm:grid-cols-2 wide:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.key}
            className="grid grid-cols-2 enlarged:grid-cols-1 content-start gap-x-4 gap-y-2 rounded-box border border-border bg-surface p-4 wide:table-row wide:border-0 wide:hover:bg-surface-hover"
          >
            <th scope="row" className={`${cell} -order-2 col-span-full text-left font-semibold`}>
              <TextLink href={customerAddress(row.customerId)} className={name}>
                {row.customer}
              </TextLink>
              <p className="font-normal">
                <TextLink
                  href={pageAddress(`/deals/${row.key}`)}
                  aria-label={`${row.deal}: ${row.customer}`}
                  className={`${name} text-muted`}
                >
                  {row.deal}
                </TextLink>
              </p>
            </th>
            <td className={`${cell} -order-2 wrap-anywhere font-medium`}>
              <span className="flex items-center gap-1.5">
                <StageMark stage={row} />
                {row.stage}
              </span>
            </td>
            <td data-label="Salesperson" className={labelled}>
              {row.salesperson}
            </td>
            <td
              className={`${cell} figures -order-1 text-right enlarged:text-left font-semibold wide:font-normal`}
            >
              {row.amount}
            </td>
            <td data-label="Opened" className={`${labelled} figures wide:whitespace-nowrap wide:text-right`}>
              {row.opened}
            </td>
            <td
              data-label="Closed"
              className={`${row.closed ? labelled : leftOutOfCard} figures wide:whitespace-nowrap wide:text-right`}
            >
              {row.closed || none}
            </td>
            <td
              data-label="Days to close"
              className={`${row.daysToClose ? labelled : leftOutOfCard} figures wide:text-right`}
            >
              {row.daysToClose || none}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
