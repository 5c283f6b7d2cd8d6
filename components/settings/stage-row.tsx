import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import type { CSSProperties, HTMLAttributes, ReactNode } from "react";
import { ButtonLink } from "@/components/button-link";
import { StageMark } from "@/components/stage-mark";
import { none } from "@/lib/format/team-formats";
import type { Outcome } from "@/lib/pipeline/outcome";

/** A stage in the list of the settings, its texts finished. */
export type StageRowData = {
  id: number;
  name: string;
  outcome: Outcome;
  outcomeName: string;
  color: string | null;
  guide: string;
  quietAfter: string;
  customers: string;
};

type StageRowProps = {
  stage: StageRowData;
  place: number;
  isFirst: boolean;
  isLast: boolean;
  isLifted: boolean;
  style: CSSProperties;
  handle: HTMLAttributes<HTMLButtonElement>;
};

const square =
  "inline-flex size-9 items-center justify-center rounded-control text-muted hover:bg-surface-hover hover:text-text disabled:opacity-30 disabled:hover:bg-transparent max-sm:size-11 pointer-coarse:size-11";

type FactProps = { label: string; isShownNarrow?: boolean; children: ReactNode };

function Fact({ label, isShownNarrow = true, children }: FactProps) {
  return (
    <div
      className={`flex gap-1 lg:w-28 lg:shrink-0 lg:flex-col lg:gap-0 ${isShownNarrow ? "" : "max-lg:hidden"}`}
    >
      <dt className="text-label text-muted">{label}</dt>
      <dd className="figures text-label lg:text-body">{children}</dd>
    </div>
  );
}

/** One stage: what it is set to, and what moves it. */
export function StageRow({ stage, place, isFirst, isLast, isLifted, style, handle }: StageRowProps) {
  return (
    <li
      data-sorted={stage.id}
      style={style}
      className={`flex flex-wrap items-center gap-x-2 gap-y-1 px-2 py-2 sm:flex-nowrap ${isLifted ? "bg-accent-soft outline-2 outline-accent -outline-offset-2" : "bg-surface"}`}
    >
      <button
        type="button"
        aria-describedby="sorting-hint"
        className={`${square} cursor-grab touch-none noscript:hidden`}
        {...handle}
      >
        <GripVertical aria-hidden="true" className="size-4" />
        <span className="sr-only">Move {stage.name}</span>
      </button>
      <span className="figures w-5 shrink-0 text-center text-label text-muted max-sm:hidden">{place}</span>
      <div className="min-w-0 flex-1 basis-40 px-1">
        <p className="flex items-center gap-2 font-medium">
          <StageMark stage={stage} />
          <span className="min-w-0">{stage.name}</span>
        </p>
        {stage.guide ? <p className="mt-0.5 text-label text-muted">{stage.guide}</p> : null}
      </div>
      <dl className="flex basis-full flex-wrap gap-x-4 gap-y-0.5 pl-14 sm:w-40 sm:shrink-0 sm:basis-auto sm:flex-col sm:pl-0 lg:w-auto lg:flex-row">
        <Fact label="Outcome">{stage.outcomeName}</Fact>
        <Fact label="Quiet after" isShownNarrow={stage.quietAfter !== none}>
          {stage.quietAfter}
        </Fact>
        <Fact label="There now">{stage.customers}</Fact>
      </dl>
      <div className="ml-auto flex items-center">
        <button type="submit" name="move" value={`${stage.id} up`} disabled={isFirst} className={square}>
          <ArrowUp aria-hidden="true" className="size-4" />
          <span className="sr-only">Move {stage.name} up</span>
        </button>
        <button type="submit" name="move" value={`${stage.id} down`} disabled={isLast} className={square}>
          <ArrowDown aria-hidden="true" className="size-4" />
          <span className="sr-only">Move {stage.name} down</span>
        </button>
        <ButtonLink href={`/settings/pipeline/${stage.id}`} variant="quiet">
          Edit<span className="sr-only"> {stage.name}</span>
        </ButtonLink>
      </div>
    </li>
  );
}
