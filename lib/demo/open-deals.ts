import { addDays, daysBetween } from "@/lib/pipeline/local-date";
import { type CustomerHistory, isStillOpen, tellDeal } from "./customer-history";
import type { DealStory } from "./deal-story";
import type { Random } from "./random";
import { isWorkingDay, latest, workingDayFrom, workingDaysBefore } from "./working-days";

/** How many deals are open on the last day of the demo. */
const openDeals = { fewest: 68, most: 84 } as const;

type OpenDeal = { history: CustomerHistory; deal: DealStory };

function listOpen(histories: readonly CustomerHistory[]): OpenDeal[] {
  return histories.flatMap((history) => history.deals.filter(isStillOpen).map((deal) => ({ history, deal })));
}

function lastOn(history: CustomerHistory): string {
  return latest("", ...history.taken);
}

function drop({ history, deal }: OpenDeal): void {
  for (const { on } of deal.steps) history.taken.delete(on);
  history.deals = history.deals.filter((other) => other !== deal);
}

function begin(random: Random, history: CustomerHistory, today: string): void {
  const soonest = addDays(today, -random.between(4, 45));
  const fromOn =
    [soonest, addDays(lastOn(history) || soonest, 9), history.customer.startsOn].sort().at(-1) ?? soonest;
  if (fromOn >= today) return;
  const deal = tellDeal(random, history, fromOn, today);
  if (deal && !isStillOpen(deal)) drop({ history, deal });
}

/** Lets deals begin, or never happen, until a believable number of them is open today. */
export function settleOpenDeals(random: Random, histories: readonly CustomerHistory[], today: string): void {
  const surplus = listOpen(histories).length - openDeals.most;
  for (const open of random.shuffled(listOpen(histories)).slice(0, Math.max(0, surplus))) drop(open);
  for (const history of random.shuffled(histories)) {
    const open = listOpen(histories);
    if (open.length >= openDeals.fewest) return;
    const isFree = !history.customer.neverSold && !open.some((other) => other.history === history);
    if (isFree) begin(random, history, today);
  }
}

/** Moves the last word on some open deals to today, so that today has begun. */
export function talkToday(
  random: Random,
  histories: readonly CustomerHistory[],
  today: string,
  wanted: number,
): void {
  const since = workingDaysBefore(today, 8);
  const recent = listOpen(histories).filter(({ history, deal }) => {
    const on = deal.steps.at(-1)?.on ?? "";
    return !history.taken.has(today) && on === lastOn(history) && on >= since;
  });
  for (const { history, deal } of random.shuffled(recent).slice(0, wanted)) {
    const last = deal.steps.at(-1);
    if (!last) continue;
    history.taken.delete(last.on);
    history.taken.add(today);
    last.on = today;
  }
}

/** Promises on open deals: some due today, some overdue, some to come; old silences stay without one. */
export function promiseFollowUps(random: Random, histories: readonly CustomerHistory[], today: string): void {
  const open = random.shuffled(listOpen(histories));
  // Counted in working days: nobody has gone silent over the shutdown.
  const silentBefore = workingDaysBefore(today, 11);
  let [dueToday, overdue, coming] = [9, 12, 30];
  for (const { deal } of open) {
    const last = deal.steps.at(-1);
    if (!last) continue;
    const age = daysBetween(last.on, today);
    if (last.on < silentBefore) {
      if (random.chance(0.35)) last.followUpOn = addDays(last.on, random.between(5, 14));
    } else if (age > 0 && dueToday > 0) {
      dueToday--;
      last.followUpOn = today;
    } else if (age > 2 && overdue > 0) {
      overdue--;
      last.followUpOn = addDays(today, -random.between(1, age - 1));
    } else if (coming > 0) {
      coming--;
      last.followUpOn = workingDayFrom(addDays(today, random.between(1, 12)));
    }
    if (last.followUpOn) last.completed = false;
  }
}

/** Promises along the way that were kept: mostly the day on which the next conversation took place. */
export function recallFollowUps(random: Random, deal: DealStory, today: string): void {
  deal.steps.forEach((step, index) => {
    const next = deal.steps[index + 1];
    if (next && random.chance(0.55)) {
      const early = random.between(1, 3);
      const on = random.chance(0.75) ? next.on : addDays(next.on, -early);
      step.followUpOn = on > step.on && isWorkingDay(on) ? on : next.on;
      step.completed = true;
    } else if (!next && !isStillOpen(deal) && random.chance(0.12)) {
      step.followUpOn = workingDayFrom(addDays(step.on, random.between(5, 25)));
      step.completed = step.followUpOn < today;
    }
  });
}
