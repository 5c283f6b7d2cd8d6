import { ArrowDown, ArrowUp } from "lucide-react";
import type { Route } from "next";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";

/** A column by which the grid can be put in order; without an address its order is fixed. */
export type SortLink = { label: string; href: Route | null; direction: "ascending" | "descending" | null };

type GridHeadingProps = {
  /** The column and those that stand under it in the same cells. */
  sorts: readonly SortLink[];
  /** Columns of the same cells that have no order. */
  also?: string;
  isNumeric?: boolean;
  /** A class; without one the column takes what is left. */
  width?: string;
};

/** A heading of the grid: its columns' names, each a link that puts the grid in its order. */
export function GridHeading({ sorts, also, isNumeric = false, width = "" }: GridHeadingProps) {
  const on = sorts.find(({ direction }) => direction !== null);
  return (
    <th
      scope="col"
      aria-sort={on?.direction ?? undefined}
      className={`${width} border-border border-b bg-surface px-2 py-2 first:rounded-tl-box last:rounded-tr-box align-bottom font-medium first:pl-4 last:pr-4 ${isNumeric ? "text-right" : "text-left"}`}
    >
      {sorts.map(({ label, href, direction }, index) => {
        const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
        const name = (
          <>
            {index > 0 ? label.toLowerCase() : label}
            {direction ? <Arrow aria-hidden="true" className="ml-0.5 inline size-3" /> : null}
          </>
        );
        return (
          <span key={label}>
            {index > 0 ? ", " : ""}
            {href ? (
              <Link
                href={href}
                className={`relative rounded-sm hover:text-text ${direction ? "text-accent" : ""}`}
              >
                {name}
                <LinkPending isUnderText />
              </Link>
            ) : (
              name
            )}
          </span>
        );
      })}
      {also ? `, ${also}` : ""}
    </th>
  );
}
