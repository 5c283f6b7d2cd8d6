import type { ReactNode } from "react";
import { StageMark } from "@/components/stage-mark";
import { none } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import type { Outcome } from "@/lib/pipeline/outcome";
import { SortableRow } from "./sortable-row";
import type { SortedRow } from "./use-sorting";

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

type StageRowProps = { stage: StageRowData; row: SortedRow; hintId: string };

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
export function StageRow({ stage, row, hintId }: StageRowProps) {
  return (
    <SortableRow
      item={stage}
      href={pageAddress(`/settings/pipeline/${stage.id}`)}
      row={row}
      hintId={hintId}
      className="gap-x-2 gap-y-1 py-2 sm:flex-nowrap"
    >
      <span className="figures w-5 shrink-0 text-center text-label text-muted max-sm:hidden">
        {row.at + 1}
      </span>
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
    </SortableRow>
  );
}
