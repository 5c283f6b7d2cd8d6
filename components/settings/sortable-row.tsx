import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import type { Route } from "next";
import type { HTMLAttributes, ReactNode } from "react";
import { ButtonLink } from "@/components/button-link";
import type { SortedRow } from "./use-sorting";

type SortableRowProps = HTMLAttributes<HTMLLIElement> & {
  item: { id: number; name: string };
  /** Where it is edited. */
  href: Route;
  row: SortedRow;
  /** The id of the text that says how to sort by keyboard. */
  hintId: string;
  /** What is shown of it. */
  children: ReactNode;
};

const square =
  "inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted hover:bg-surface-hover hover:text-text disabled:opacity-30 disabled:hover:bg-transparent max-sm:size-11 pointer-coarse:size-11";

/** A row of a list that is sorted (use-sorting.ts): what lifts it and what moves it by one, and the way to edit it. */
export function SortableRow(props: SortableRowProps) {
  const { item, href, row, hintId, className, children, ...rest } = props;
  const { id, name } = item;
  return (
    <li
      data-sorted={id}
      className={`flex flex-wrap items-center px-2 ${className} ${row.isLifted ? "bg-accent-soft outline-2 outline-accent -outline-offset-2" : "bg-surface"}`}
      style={{ order: row.at }}
      {...rest}
    >
      <button
        type="button"
        aria-describedby={hintId}
        className={`${square} cursor-grab touch-none noscript:hidden`}
        {...row.handle}
      >
        <GripVertical aria-hidden="true" className="size-4" />
        <span className="sr-only">Move {name}</span>
      </button>
      {children}
      <div className="ml-auto flex items-center">
        <button type="submit" name="move" value={`${id} up`} disabled={row.at === 0} className={square}>
          <ArrowUp aria-hidden="true" className="size-4" />
          <span className="sr-only">Move {name} up</span>
        </button>
        <button type="submit" name="move" value={`${id} down`} disabled={row.isLast} className={square}>
          <ArrowDown aria-hidden="true" className="size-4" />
          <span className="sr-only">Move {name} down</span>
        </button>
        <ButtonLink href={href} variant="quiet">
          Edit<span className="sr-only"> {name}</span>
        </ButtonLink>
      </div>
    </li>
  );
}
