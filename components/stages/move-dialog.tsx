"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { Button } from "@/components/button";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { StageMark } from "@/components/stage-mark";
import type { StageLabel } from "@/lib/figures/stage-rows";
import type { CardView } from "./board-view";
import { moveAddress } from "./move-address";

type MoveDialogProps = {
  card: CardView;
  /** Where it is now. */
  stageId: number;
  stages: readonly StageLabel[];
  onClose: () => void;
};

/** The stages a card can be moved to, each a link to the form that logs: by arrows and Enter or by a press. */
export function MoveDialog({ card, stageId, stages, onClose }: MoveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => dialog.current?.showModal(), []);

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...(dialog.current?.querySelectorAll("a") ?? [])];
    if (!step || links.length === 0) return;
    event.preventDefault();
    const focused = document.activeElement;
    const at = links.findIndex((link) => link.contains(focused));
    links[(at + step + links.length) % links.length]?.focus();
  }

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onKeyDown={onKeyDown}
      aria-labelledby="move-heading"
      className="m-auto w-[min(22rem,calc(100vw-2rem))] rounded-box border border-border bg-surface p-4 text-text shadow-raised backdrop:bg-black/40"
    >
      <h2 id="move-heading" className="font-semibold">
        Move {card.customer} to
      </h2>
      <p className="mt-0.5 text-label text-muted">A move is a conversation: you log it next.</p>
      <ul className="mt-2 -mx-2">
        {stages.map((stage) => (
          <li key={stage.id}>
            <Link
              href={moveAddress(card, stage.id)}
              className="touch-target relative flex min-h-9 items-center gap-2 rounded-control px-2 font-medium hover:bg-surface-hover"
            >
              <StageMark stage={stage} />
              <span className="min-w-0 truncate">{stage.name}</span>
              {stage.id === stageId ? (
                <span className="ml-auto text-label text-muted">where it is now</span>
              ) : null}
              <LinkPending />
            </Link>
          </li>
        ))}
      </ul>
      <form method="dialog" className="mt-2">
        <Button>Cancel</Button>
      </form>
    </dialog>
  );
}
