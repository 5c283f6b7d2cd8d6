import { addDays, daysBetween } from "@/lib/pipeline/local-date";
import { kindProfile } from "./customer-kinds";
import { type DealStory, planDeal } from "./deal-story";
import type { DemoCustomer } from "./demo-customers";
import type { Random } from "./random";

/** All deals with one customer up to today; the last may still be open. */
export type CustomerHistory = {
  customer: DemoCustomer;
  deals: DealStory[];
  /** Days on which somebody spoke with them. */
  taken: Set<string>;
};

/** Whether the story, as far as it is told, has not ended. */
export function isStillOpen(deal: DealStory): boolean {
  const stage = deal.steps.at(-1)?.stage;
  return stage !== "Won" && stage !== "Lost" && stage !== "Lost on price" && stage !== "Cancelled";
}

/** Whether an order of this deal stood and was not withdrawn. */
function isWon(deal: DealStory): boolean {
  return deal.steps.at(-1)?.stage === "Won";
}

/** Adds a deal told up to today; undefined when all of it lies ahead. */
export function tellDeal(
  random: Random,
  { customer, deals, taken }: CustomerHistory,
  fromOn: string,
  today: string,
): DealStory | undefined {
  const bought = deals.some((deal) => deal.steps.some((step) => step.stage === "Won" && step.on < fromOn));
  const deal = planDeal(random, customer, fromOn, bought, taken);
  for (const { on } of deal.steps) if (on > today) taken.delete(on);
  deal.steps = deal.steps.filter((step) => step.on <= today);
  if (deal.steps.length === 0) return undefined;
  deals.push(deal);
  return deal;
}

// Before the December shutdown most buying waits for the new year.
function afterTheHolidays(random: Random, on: string): string {
  return on.slice(5) >= "12-03" && random.chance(0.65)
    ? `${Number(on.slice(0, 4)) + 1}-01-${random.between(12, 28)}`
    : on;
}

/** One customer's deals one after another, now and then two at once, until today. */
export function tellHistory(random: Random, customer: DemoCustomer, today: string): CustomerHistory {
  const history: CustomerHistory = { customer, deals: [], taken: new Set() };
  if (customer.neverSold) return history;
  const profile = kindProfile(customer.kind);
  let next = customer.startsOn;
  while (next <= today) {
    const deal = tellDeal(random, history, next, today);
    const [first, last] = [deal?.steps[0]?.on, deal?.steps.at(-1)?.on];
    if (!deal || !first || !last) break;
    const large = profile.orders[1] > 300_000;
    if (daysBetween(first, last) > 8 && random.chance(large ? 0.2 : 0.05)) {
      next = addDays(first, random.between(3, daysBetween(first, last) - 2));
      continue;
    }
    if (isStillOpen(deal)) break;
    if (random.chance(isWon(deal) ? 0.06 : 0.3)) break;
    const [soonest, latest] = isWon(deal) ? profile.comesBackAfter : ([70, 220] as const);
    next = afterTheHolidays(random, addDays(last, random.between(soonest, latest)));
  }
  return history;
}
