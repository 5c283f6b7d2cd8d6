"use client";

import { useRef } from "react";
import { ButtonLink } from "@/components/button-link";
import { pageAddress } from "@/lib/page-address";
import { inOrder, movedOnce } from "@/lib/stages/arranged-order";
import { moveButton } from "./move-button";
import { StageRow, type StageRowData } from "./stage-row";
import { useArranging } from "./use-arranging";
import { useSorting } from "./use-sorting";

type StageListProps = {
  /** All stages, archived ones included, as they are arranged when the page opens. */
  stages: readonly (StageRowData & { isArchived: boolean })[];
  /** All ids in the order that is saved. */
  saved: readonly number[];
};

/**
 * The pipeline in order: its stages are arranged by their buttons, by dragging and by keyboard. Another order is
 * looked at before it is saved.
 */
export function StageList({ stages, saved }: StageListProps) {
  const list = useRef<HTMLOListElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { order, arrange } = useArranging(
    stages.map(({ id }) => id),
    form,
  );
  const all = inOrder(stages, order);
  const inUse = all.filter(({ isArchived }) => !isArchived);
  const nameOf = (id: number) => stages.find((stage) => stage.id === id)?.name ?? "";
  const isMoved = order.some((id, index) => id !== saved[index]);

  const sorting = useSorting({
    list,
    order: inUse.map(({ id }) => id),
    nameOf,
    onSorted: (sorted, moved) => {
      const next = [...sorted];
      const wanted = order.map((id) => (sorted.includes(id) ? (next.shift() ?? id) : id));
      arrange(wanted, `[data-sorted="${moved}"] [aria-pressed]`);
    },
  });

  return (
    <form
      ref={form}
      action="/settings/pipeline"
      aria-label="Stages in order"
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (!(submitter instanceof HTMLButtonElement)) return;
        event.preventDefault();
        const [id = "", direction = ""] = submitter.value.split(" ");
        const wanted = movedOnce(all, Number(id), direction === "up" ? -1 : 1);
        arrange(wanted, moveButton(id, direction));
        sorting.announce(`${nameOf(Number(id))} moved ${direction}. It is not saved yet.`);
      }}
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="order" value={order.join(",")} />
      <p id="sorting-hint" className="sr-only">
        Press Space to lift this stage, the arrow keys to move it, Space to drop it, Escape to put it back.
      </p>
      <p aria-live="assertive" className="sr-only">
        {sorting.announcement}
      </p>
      <ol
        ref={list}
        className="flex flex-col gap-px overflow-hidden rounded-box border border-border bg-border shadow-box"
      >
        {inUse.map((stage) => (
          <StageRow key={stage.id} stage={stage} row={sorting.rowOf(stage.id)} hintId="sorting-hint" />
        ))}
      </ol>
      {isMoved ? (
        <div className="sticky bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-10 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-box border border-accent/40 bg-accent-soft px-3 py-2 sm:bottom-3">
          <p className="min-w-0 flex-1 basis-56">This order is not saved yet.</p>
          <ButtonLink
            href={pageAddress("/settings/pipeline/order", { seen: saved.join(","), wanted: order.join(",") })}
            variant="primary"
          >
            Look at the change
          </ButtonLink>
          <ButtonLink href="/settings/pipeline" variant="quiet" onClick={() => arrange(saved, null)}>
            Put it back
          </ButtonLink>
        </div>
      ) : null}
    </form>
  );
}
