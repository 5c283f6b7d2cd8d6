import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import type { Route } from "next";
import type { CSSProperties, HTMLAttributes } from "react";
import { ButtonLink } from "@/components/button-link";
import { opensHere } from "@/components/opens-here";

/** A channel or topic in the list of the settings, its texts finished. */
export type LabelRowData = { id: number; name: string; use: string; href: Route };

type LabelRowProps = {
  label: LabelRowData;
  isFirst: boolean;
  isLast: boolean;
  isLifted: boolean;
  /** It was moved by the answer that is shown. */
  isMoved: boolean;
  style: CSSProperties;
  /** The id of the text that says how to sort by keyboard. */
  hintId: string;
  handle: HTMLAttributes<HTMLButtonElement>;
};

const square =
  "inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted hover:bg-surface-hover hover:text-text disabled:opacity-30 disabled:hover:bg-transparent max-sm:size-11 pointer-coarse:size-11";

/** One channel or topic: how much it is used, and what moves it. */
export function LabelRow(props: LabelRowProps) {
  const { label, isFirst, isLast, isLifted, isMoved, style, hintId, handle } = props;
  return (
    <li
      data-sorted={label.id}
      {...(isMoved ? opensHere : {})}
      style={style}
      className={`flex flex-wrap items-center gap-x-1 px-2 py-1 focus:outline-none ${isLifted ? "bg-accent-soft outline-2 outline-accent -outline-offset-2" : "bg-surface"}`}
    >
      <button
        type="button"
        aria-describedby={hintId}
        className={`${square} cursor-grab touch-none noscript:hidden`}
        {...handle}
      >
        <GripVertical aria-hidden="true" className="size-4" />
        <span className="sr-only">Move {label.name}</span>
      </button>
      <div className="min-w-0 flex-1 basis-28 px-1">
        <p className="font-medium">{label.name}</p>
        <p className="figures text-label text-muted">{label.use}</p>
      </div>
      <div className="ml-auto flex items-center">
        <button type="submit" name="move" value={`${label.id} up`} disabled={isFirst} className={square}>
          <ArrowUp aria-hidden="true" className="size-4" />
          <span className="sr-only">Move {label.name} up</span>
        </button>
        <button type="submit" name="move" value={`${label.id} down`} disabled={isLast} className={square}>
          <ArrowDown aria-hidden="true" className="size-4" />
          <span className="sr-only">Move {label.name} down</span>
        </button>
        <ButtonLink href={label.href} variant="quiet">
          Edit<span className="sr-only"> {label.name}</span>
        </ButtonLink>
      </div>
    </li>
  );
}
