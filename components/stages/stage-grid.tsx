"use client";

import { StageMark } from "@/components/stage-mark";
import { TextLink } from "@/components/text-link";
import type { GridSort } from "@/db/queries/grid";
import { inOneLine } from "@/lib/wording/in-one-line";
import { GridHeading, type SortLink } from "./grid-heading";
import type { StageGridRow } from "./grid-rows";

type StageGridProps = {
  rows: readonly StageGridRow[];
  sorts: Readonly<Record<GridSort, SortLink>>;
  /** Shown outside the team: without notes and contacts. */
  isShared?: boolean;
  hidesAmounts?: boolean;
};

/**
 * One row per customer, its last sales conversation: a table with a heading that stays in sight, on narrower
 * screens a card each. Runs in the browser because hundreds of cells cost less that way; its texts are finished.
 */
export function StageGrid({ rows, sorts, isShared = false, hidesAmounts = false }: StageGridProps) {
  return (
    <table
      aria-label="Customers by their last sales conversation"
      className="print-sideways block print:[zoom:0.7] w-full wide:table wide:table-fixed wide:border-separate wide:border-spacing-0 wide:rounded-box wide:bg-surface wide:shadow-box wide:ring-1 wide:ring-border"
    >
      <thead className="hidden wide:table-header-group">
        <tr className="sticky top-0 z-10 text-label text-muted">
          <GridHeading sorts={[sorts.stage]} width="w-[8.75rem]" />
          <GridHeading
            sorts={isShared ? [sorts.customer] : [sorts.customer, sorts["with-whom"]]}
            width="w-[10.5rem]"
          />
          <GridHeading sorts={[sorts.salesperson]} width="w-[8rem]" />
          <GridHeading sorts={[sorts.date, sorts.how]} width="w-[7.5rem]" />
          <GridHeading sorts={[sorts.about]} also={isShared ? undefined : "note"} />
          {hidesAmounts ? null : <GridHeading sorts={[sorts.amount]} width="w-[7.5rem]" isNumeric />}
          <GridHeading sorts={[sorts["days-in-stage"]]} width="w-[4.25rem]" isNumeric />
          <GridHeading sorts={[sorts["follow-up"]]} width="w-[7.5rem]" isNumeric />
          <GridHeading sorts={[sorts["days-before-pipeline"]]} width="w-[5.25rem]" isNumeric />
        </tr>
      </thead>
      <tbody className="grid gap-3 sm:grid-cols-2 wide:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.key}
            className="grid content-start grid-cols-2 enlarged:grid-cols-1 gap-x-4 gap-y-2 rounded-box border border-border bg-surface p-4 wide:table-row wide:border-0 wide:hover:bg-surface-hover"
          >
            <td className="grid-cell order-2 wrap-anywhere font-medium">
              <span className="flex items-start gap-1.5">
                <span className="flex h-5 items-center">
                  <StageMark stage={row} />
                </span>
                {row.stage}
              </span>
            </td>
            <th scope="row" className="grid-cell order-1 col-span-full text-left font-semibold">
              {row.href ? (
                <TextLink href={row.href} className="hover:text-accent">
                  {row.customer}
                </TextLink>
              ) : (
                row.customer
              )}
              {row.withWhom ? <p className="font-normal text-muted">{row.withWhom}</p> : null}
            </th>
            <td data-label="Salesperson" className="grid-cell">
              {row.salesperson}
            </td>
            <td data-label="Date, how" className="grid-cell">
              <span className="figures">{row.date}</span>
              <p className="text-muted">{inOneLine([row.how, row.isCorrected && "corrected"])}</p>
            </td>
            <td className="grid-cell order-4 col-span-full">
              {row.about || row.deal ? (
                <p className="font-medium">{inOneLine([row.about, row.deal])}</p>
              ) : null}
              {row.note ? (
                <p dir="auto" className="whitespace-pre-line text-label text-muted">
                  {row.note}
                </p>
              ) : null}
            </td>
            {hidesAmounts ? null : (
              <td className="grid-cell figures order-3 text-right enlarged:text-left font-semibold wide:whitespace-nowrap">
                {row.amount}
              </td>
            )}
            <td data-label="Days in stage" className="grid-cell figures wide:text-right">
              {row.daysInStage}
            </td>
            <td data-label="Follow-up" className="grid-cell figures wide:text-right">
              {row.followUp}
              {row.followUpState ? (
                <p className={row.followUpState === "overdue" ? "text-lost" : "text-muted"}>
                  {row.followUpState}
                </p>
              ) : null}
            </td>
            <td data-label="Days before pipeline" className="grid-cell figures wide:text-right">
              {row.daysBeforePipeline}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
