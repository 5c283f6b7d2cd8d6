"use client";

import { startTransition, useActionState, useEffect, useOptimistic, useRef } from "react";
import { Notice } from "@/components/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { orderStagesAction } from "@/lib/actions/stages";
import { StageRow, type StageRowData } from "./stage-row";
import { useSorting } from "./use-sorting";

type StageListProps = {
  /** The stages in use, in order. */
  stages: readonly StageRowData[];
  /** All ids in order, archived stages included: the order that is seen here. */
  order: readonly number[];
};

/** The pipeline in order: its stages are moved by their buttons, by dragging and by keyboard. */
export function StageList({ stages, order }: StageListProps) {
  const [state, formAction, isPending] = useActionState(orderStagesAction, untouchedForm);
  const ids = stages.map(({ id }) => id);
  const [expected, expect] = useOptimistic(ids);
  const list = useRef<HTMLOListElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const focusNext = useRef<string | null>(null);
  const nameOf = (id: number) => stages.find((stage) => stage.id === id)?.name ?? "";

  const sorting = useSorting({
    list,
    order: expected,
    nameOf,
    onSorted: (inUse, moved) => {
      const next = [...inUse];
      const wanted = order.map((id) => (inUse.includes(id) ? next.shift() : id));
      const fields = new FormData();
      fields.set("seen", order.join(","));
      fields.set("wanted", wanted.join(","));
      focusNext.current = `[data-stage="${moved}"] [aria-pressed]`;
      startTransition(() => {
        expect(inUse);
        formAction(fields);
      });
    },
  });

  const key = order.join(",");
  const focusedFor = useRef(key);
  useEffect(() => {
    if (focusedFor.current === key) return;
    focusedFor.current = key;
    if (focusNext.current) form.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  }, [key]);

  return (
    <form
      ref={form}
      action={formAction}
      aria-busy={isPending}
      aria-label="Stages in order"
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (!(submitter instanceof HTMLButtonElement)) return;
        const [id = "", direction] = submitter.value.split(" ");
        focusNext.current = `[data-stage="${id}"] [name=move]:not(:disabled)[value$="${direction}"], [data-stage="${id}"] [name=move]:not(:disabled)`;
        sorting.announce(`${nameOf(Number(id))} moved ${direction}.`);
      }}
      className="flex flex-col gap-3"
    >
      {state.message ? <Notice kind="error">{state.message}</Notice> : null}
      <input type="hidden" name="seen" value={key} />
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
        {stages.map((stage) => {
          const place = sorting.shown.indexOf(stage.id);
          return (
            <StageRow
              key={stage.id}
              stage={stage}
              place={place + 1}
              isFirst={place === 0}
              isLast={place === stages.length - 1}
              isLifted={sorting.liftedId === stage.id}
              style={{ order: place }}
              handle={sorting.handleOf(stage.id)}
            />
          );
        })}
      </ol>
    </form>
  );
}
