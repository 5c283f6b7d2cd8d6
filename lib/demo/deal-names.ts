import { freeName } from "@/lib/customers/free-name";
import type { CustomerHistory } from "./customer-history";
import { kindProfile } from "./customer-kinds";
import type { DealStory } from "./deal-story";
import { months } from "./note-slots";
import type { Random } from "./random";

function monthOf(on: string): string {
  return `${months[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`;
}

function span(deal: DealStory): readonly [first: string, last: string] {
  return [deal.steps[0]?.on ?? "", deal.steps.at(-1)?.on ?? ""];
}

function meets(a: DealStory, b: DealStory): boolean {
  const [firstOfA, lastOfA] = span(a);
  const [firstOfB, lastOfB] = span(b);
  return firstOfA <= lastOfB && firstOfB <= lastOfA;
}

function wasReopened(deal: DealStory): boolean {
  return deal.steps.some((step) => step.occasion === "reopened");
}

function proposedName(random: Random, { lot, steps }: DealStory): string {
  const month = monthOf(steps[0]?.on ?? "");
  if (lot.group === "contract") return `Tyre contract ${month.slice(-4)}`;
  return random.pick([
    `${lot.quantity} × ${lot.size}`,
    `${lot.topic} ${month}`,
    `${lot.size} restock ${month}`,
  ]);
}

/**
 * Names the deals that need one to be told apart: where two run at once and where a closed one is taken up
 * again. Large customers name theirs more often than they must. Names are unique at a customer.
 */
export function nameDeals(random: Random, { customer, deals }: CustomerHistory): void {
  const habit = kindProfile(customer.kind).orders[1] > 300_000 ? 0.4 : 0.06;
  const taken = new Set<string>();
  for (const deal of deals) {
    const isAmbiguous = wasReopened(deal) || deals.some((other) => other !== deal && meets(deal, other));
    if (!isAmbiguous && !random.chance(habit)) continue;
    deal.name = freeName(proposedName(random, deal), taken);
  }
}
