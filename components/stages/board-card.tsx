"use client";

import type { MouseEvent } from "react";
import { TextLink } from "@/components/text-link";
import { customerAddress } from "@/lib/customers/customer-address";
import type { CardView } from "./board-view";
import { moveAddress } from "./move-address";

type BoardCardProps = {
  card: CardView;
  /** Opens the choice of a stage; null: cards cannot be moved. */
  onMove: ((card: CardView) => void) | null;
};

/** A customer on the board: its deal, who has it, for how long, and the way to another stage. */
export function BoardCard({ card, onMove }: BoardCardProps) {
  const { customerId, dealId, customer, deal, amount, salesperson, daysInStage, followUp, isOverdue } = card;

  function choose(event: MouseEvent) {
    if (!onMove || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onMove(card);
  }

  return (
    <li
      data-card={`${customerId}-${dealId}`}
      className="flex break-inside-avoid flex-col gap-0.5 rounded-control border border-border bg-surface px-3 py-2.5 shadow-box data-[dragged]:opacity-40 max-sm:[.is-one-of-many_&]:nth-[n+6]:hidden"
    >
      <TextLink
        href={customerAddress(customerId)}
        draggable={false}
        className="self-start font-semibold hover:text-accent"
      >
        {customer}
      </TextLink>
      {deal ? <p className="text-label text-muted">{deal}</p> : null}
      {amount ? <p className="figures font-medium">{amount}</p> : null}
      <p className="text-label text-muted">
        <bdi>{salesperson}</bdi> · {daysInStage}
        {followUp ? (
          <span className={isOverdue ? "text-lost" : ""}>
            {" "}
            · {isOverdue ? "overdue since" : "follow-up"} {followUp}
          </span>
        ) : null}
      </p>
      {onMove ? (
        <a
          href={moveAddress({ customerId, dealId })}
          onClick={choose}
          draggable={false}
          aria-haspopup="dialog"
          data-move
          className="touch-target -mx-1 mt-0.5 inline-flex min-h-6 items-center self-start rounded-sm px-1 font-medium text-accent text-label hover:underline print:hidden"
        >
          Move to…<span className="sr-only"> another stage: {customer}</span>
        </a>
      ) : null}
    </li>
  );
}
