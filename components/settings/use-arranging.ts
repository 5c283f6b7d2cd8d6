"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * An order that is being tried out in the browser alone: nothing is saved by it.
 *
 * @returns the order, how to change it, and how to say which element keeps the focus once it has changed.
 */
export function useArranging(first: readonly number[], root: RefObject<HTMLElement | null>) {
  const [order, setOrder] = useState<readonly number[]>(first);
  const focusNext = useRef<string | null>(null);

  useEffect(() => {
    if (order.length > 0 && focusNext.current)
      root.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  }, [order, root]);

  /** Puts the items into an order; the focus stays with the first element the selector finds. */
  function arrange(next: readonly number[], keepFocus: string | null) {
    focusNext.current = keepFocus;
    setOrder(next);
  }

  return { order, arrange };
}
