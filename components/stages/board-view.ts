import type { Route } from "next";
import type { Board } from "@/lib/figures/board";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { type AddressParams, pageAddress } from "@/lib/page-address";
import type { Outcome } from "@/lib/pipeline/outcome";

/** A card of the board as finished strings; "" where there is nothing to show. */
export type CardView = {
  customerId: number;
  dealId: number;
  customer: string;
  deal: string;
  amount: string;
  salesperson: string;
  daysInStage: string;
  followUp: string;
  isOverdue: boolean;
};

/** A column of the board as finished strings. */
export type ColumnView = {
  stageId: number;
  name: string;
  color: string | null;
  outcome: Outcome;
  /** Shown while customers are there, but nobody is moved to it. */
  isArchived: boolean;
  customers: string;
  value: string;
  cards: CardView[];
  /** For paper: how many of its cards are here; null: all are. */
  part: string | null;
  /** Where all its cards are; null: they are all here, on a phone too, where fewer are shown. */
  all: { href: Route; label: string; isOnPhoneOnly: boolean } | null;
};

/** Of each stage a phone shows so many cards, as long as it shows all stages: see BoardCard. */
const cardsOnPhone = 5;

/** The board as the team writes, with the links of its columns. */
export function boardView(
  { columns }: Board,
  { formats, params }: { formats: TeamFormats; params: AddressParams },
): ColumnView[] {
  const { count, money, date } = formats;
  return columns.map(({ stage, customers, value, cards }) => ({
    stageId: stage.id,
    name: stage.name,
    color: stage.color,
    outcome: stage.outcome,
    isArchived: stage.isArchived,
    customers: `${count(customers)} ${plural(customers, "customer", "customers")}`,
    value: money(value),
    part: cards.length < customers ? `The first ${count(cards.length)} of ${count(customers)}.` : null,
    all:
      customers > cardsOnPhone && !params.stage
        ? {
            href: pageAddress("/stages", { ...params, stage: String(stage.id), cursor: null }),
            label: `All ${count(customers)}`,
            isOnPhoneOnly: customers <= cards.length,
          }
        : null,
    cards: cards.map((card) => ({
      customerId: card.customerId,
      dealId: card.dealId,
      customer: card.customer,
      deal: card.deal ?? "",
      amount: card.amount === null ? "" : money(card.amount),
      salesperson: card.salesperson,
      daysInStage: `${count(card.daysInStage)} ${plural(card.daysInStage, "day", "days")}`,
      followUp: card.followUp ? date(card.followUp.on) : "",
      isOverdue: card.followUp?.isOverdue ?? false,
    })),
  }));
}
