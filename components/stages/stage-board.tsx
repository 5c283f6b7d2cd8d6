"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { latinKey } from "@/components/shell/latin-key";
import type { StageLabel } from "@/lib/figures/stage-rows";
import { linkByArrow } from "./board-arrows";
import { BoardColumn } from "./board-column";
import type { CardView, ColumnView } from "./board-view";
import { moveAddress } from "./move-address";
import { MoveDialog } from "./move-dialog";

type StageBoardProps = {
  columns: readonly ColumnView[];
  /** The stages a card can be moved to. */
  stages: readonly StageLabel[];
  /** Whether one may log, and the board shows today. */
  mayMove: boolean;
  /** Whether the member has single keys on: `m` is one. */
  singleKeys: boolean;
};

/**
 * The grid as a board: a column of cards per stage, on a phone one below the other. A card is moved by dragging
 * it, by its menu or, with single keys on, by `m` on it; that opens the form that logs. Arrows go from card to card.
 */
export function StageBoard({ columns, stages, mayMove, singleKeys }: StageBoardProps) {
  const router = useRouter();
  const board = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useState<{ card: CardView; stageId: number; opening: number } | null>(null);
  const isOne = columns.length === 1;

  useEffect(() => {
    const element = board.current;
    if (!mayMove || !element || columns.length === 0 || !matchMedia("(pointer: fine)").matches) return;
    let end: (() => void) | undefined;
    let isGone = false;
    import("./board-dragging").then(({ makeBoardDraggable }) => {
      if (!isGone)
        end = makeBoardDraggable(element, (card, stageId) => router.push(moveAddress(card, stageId)));
    });
    return () => {
      isGone = true;
      end?.();
    };
  }, [columns, mayMove, router]);

  // A dialog tells a moment later that it was closed: one opened meanwhile is another, and stays.
  function open(card: CardView, stageId: number) {
    setMoved((before) => ({ card, stageId, opening: (before?.opening ?? 0) + 1 }));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey || event.altKey) return;
    const card = event.target.closest("[data-card]");
    if (card && singleKeys && latinKey(event) === "m")
      card.querySelector<HTMLElement>("[data-move]")?.click();
    const next = board.current && linkByArrow(board.current, event.target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <>
      <ul
        ref={board}
        aria-label="Customers on the board"
        onKeyDown={onKeyDown}
        className={
          isOne
            ? ""
            : "is-one-of-many relative -mx-1 flex flex-col gap-4 px-1 pb-2 sm:not-print:grid sm:auto-cols-[minmax(12.5rem,1fr)] sm:grid-flow-col sm:gap-2.5 sm:overflow-x-auto print:overflow-visible"
        }
      >
        {columns.map((column) => (
          <BoardColumn
            key={column.stageId}
            column={column}
            isOne={isOne}
            onMove={mayMove ? (card) => open(card, column.stageId) : null}
          />
        ))}
      </ul>
      {moved ? (
        <MoveDialog
          key={moved.opening}
          card={moved.card}
          stageId={moved.stageId}
          stages={stages}
          onClose={() => setMoved(null)}
        />
      ) : null}
    </>
  );
}
