"use client";

import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";

type Lifted = { id: number; by: "keyboard" | "pointer"; order: number[] };

type Sorting = {
  list: RefObject<HTMLElement | null>;
  order: readonly number[];
  nameOf: (id: number) => string;
  /** Somebody put the items into another order. */
  onSorted: (order: number[], moved: number) => void;
};

function moved(order: readonly number[], id: number, to: number): number[] {
  const rest = order.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** Where the item belongs under the pointer, by the middles of the others as they stand. */
function placeUnder(list: HTMLElement, id: number, y: number): number {
  let place = 0;
  for (const item of list.querySelectorAll<HTMLElement>("[data-sorted]")) {
    if (Number(item.dataset.sorted) === id) continue;
    const { top, height } = item.getBoundingClientRect();
    if (top + height / 2 < y) place += 1;
  }
  return place;
}

/**
 * Sorting a list by dragging an item's handle, or by keyboard: Space lifts, the arrows move, Space drops,
 * Escape puts it back. While an item is lifted its new place is shown by CSS order alone, so that focus and
 * pointer stay with it.
 *
 * @returns what to announce, and for each item how its row stands.
 */
export function useSorting({ list, order, nameOf, onSorted }: Sorting) {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [announcement, announce] = useState("");
  const startsAt = useRef(0);

  const place = (shown: readonly number[], id: number) => `place ${shown.indexOf(id) + 1} of ${shown.length}`;

  const lift = (id: number, by: Lifted["by"]) => {
    setLifted({ id, by, order: [...order] });
    announce(`${nameOf(id)} lifted, ${place(order, id)}.`);
  };
  const putBack = () => {
    if (!lifted) return;
    setLifted(null);
    announce(`${nameOf(lifted.id)} is back at ${place(order, lifted.id)}.`);
  };
  const drop = () => {
    if (!lifted) return;
    setLifted(null);
    announce(`${nameOf(lifted.id)} dropped at ${place(lifted.order, lifted.id)}.`);
    if (lifted.order.some((id, index) => id !== order[index])) onSorted(lifted.order, lifted.id);
  };
  const moveTo = (to: number) => {
    if (!lifted || to < 0 || to >= lifted.order.length || lifted.order[to] === lifted.id) return;
    const next = moved(lifted.order, lifted.id, to);
    setLifted({ ...lifted, order: next });
    announce(`${nameOf(lifted.id)}: ${place(next, lifted.id)}.`);
  };

  const byKey = (id: number) => (event: KeyboardEvent) => {
    const isMine = lifted?.id === id;
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (event.key === " " || event.key === "Enter") {
      if (isMine) drop();
      else lift(id, "keyboard");
    } else if (isMine && step !== 0) moveTo(lifted.order.indexOf(id) + step);
    else if (isMine && event.key === "Escape") putBack();
    else return;
    event.preventDefault();
  };

  const handleOf = (id: number) => ({
    "aria-pressed": lifted?.id === id,
    onKeyDown: byKey(id),
    onBlur: () => {
      if (lifted?.by === "keyboard") putBack();
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      startsAt.current = event.clientY;
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId) || !list.current) return;
      if (lifted?.id === id) moveTo(placeUnder(list.current, id, event.clientY));
      else if (Math.abs(event.clientY - startsAt.current) > 4) lift(id, "pointer");
    },
    onPointerUp: () => {
      if (lifted?.by === "pointer") drop();
    },
    onPointerCancel: putBack,
  });

  const shown = lifted?.order ?? order;
  const rowOf = (id: number) => {
    const at = shown.indexOf(id);
    return { at, isLast: at === shown.length - 1, isLifted: lifted?.id === id, handle: handleOf(id) };
  };
  return { announcement, announce, rowOf };
}

/** How one of the sorted rows stands: `at` which place, from 0; and what its handle is given. */
export type SortedRow = ReturnType<ReturnType<typeof useSorting>["rowOf"]>;
