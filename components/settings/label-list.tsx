"use client";

import type { Route } from "next";
import { startTransition, useEffect, useId, useOptimistic, useRef } from "react";
import { FormAnswer } from "@/components/form-answer";
import { opensHere } from "@/components/opens-here";
import { useActionForm } from "@/components/use-action-form";
import type { LabelKind } from "@/db/queries/labels";
import { orderLabelsAction } from "@/lib/actions/labels";
import { moveButton } from "./move-button";
import { SortableRow } from "./sortable-row";
import { useSorting } from "./use-sorting";

/** A channel or topic in the list of the settings, its texts finished. */
type LabelRow = { id: number; name: string; use: string; href: Route };

type LabelListProps = {
  kind: LabelKind;
  title: string;
  /** Those in use, in order. */
  labels: readonly LabelRow[];
  /** All ids in order, archived ones included: the order that is seen here. */
  order: readonly number[];
};

/** Channels or topics in their order, which is saved as they are moved: by buttons, dragging and keyboard. */
export function LabelList({ kind, title, labels, order }: LabelListProps) {
  const { state, isPending, form } = useActionForm(orderLabelsAction);
  const { ref } = form;
  const hintId = useId();
  const [expected, expect] = useOptimistic(labels.map(({ id }) => id));
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<string | null>(null);
  const nameOf = (id: number) => labels.find((label) => label.id === id)?.name ?? "";
  const archived = order.filter((id) => !labels.some((label) => label.id === id));
  const withArchived = (inUse: readonly number[]) => {
    const next = [...inUse];
    return order.map((id) => (archived.includes(id) ? id : next.shift())).join(",");
  };

  const sorting = useSorting({
    list,
    order: expected,
    nameOf,
    onSorted: (inUse, moved) => {
      const fields = new FormData();
      fields.set("kind", kind);
      // A move that is not answered yet is saved before this one.
      fields.set("seen", withArchived(expected));
      fields.set("wanted", withArchived(inUse));
      focusNext.current = `[data-sorted="${moved}"] [aria-pressed]`;
      startTransition(() => {
        expect(inUse);
        form.action(fields);
      });
    },
  });

  const key = order.join(",");
  /** By the answer that is shown. */
  const movedId = Number(state.values.move?.split(" ")[0]);
  const focusedFor = useRef(key);
  useEffect(() => {
    if (focusedFor.current === key) return;
    focusedFor.current = key;
    if (focusNext.current) ref.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  }, [key, ref]);

  return (
    <form
      {...form}
      aria-busy={isPending}
      aria-label={`${title} in order`}
      onSubmit={(event) => {
        form.onSubmit(event);
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (event.defaultPrevented || !(submitter instanceof HTMLButtonElement)) return;
        const [id = "", direction = ""] = submitter.value.split(" ");
        focusNext.current = moveButton(id, direction);
        sorting.announce(`${nameOf(Number(id))} moved ${direction}.`);
      }}
      className="flex flex-col gap-3"
    >
      <FormAnswer state={state} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="seen" value={key} />
      {archived.length > 0 ? <input type="hidden" name="archived" value={archived.join(",")} /> : null}
      <p id={hintId} className="sr-only">
        Press Space to lift this {kind}, the arrow keys to move it, Space to drop it, Escape to put it back.
      </p>
      <p aria-live="assertive" className="sr-only">
        {sorting.announcement}
      </p>
      <ol
        ref={list}
        className="flex flex-col gap-px overflow-hidden rounded-box border border-border bg-border shadow-box"
      >
        {labels.map((label) => (
          <SortableRow
            key={label.id}
            item={label}
            href={label.href}
            row={sorting.rowOf(label.id)}
            hintId={hintId}
            className="gap-x-1 py-1 focus:outline-none"
            {...(label.id === movedId ? opensHere : {})}
          >
            <div className="min-w-0 flex-1 basis-28 px-1">
              <p className="font-medium">{label.name}</p>
              <p className="figures text-label text-muted">{label.use}</p>
            </div>
          </SortableRow>
        ))}
      </ol>
    </form>
  );
}
