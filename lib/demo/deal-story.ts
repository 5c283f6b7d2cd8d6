import { addDays } from "@/lib/pipeline/local-date";
import { kindProfile } from "./customer-kinds";
import type { DemoCustomer } from "./demo-customers";
import type { DemoStage } from "./demo-stages";
import type { Occasion } from "./note-writer";
import { type Lot, makeLot } from "./products";
import type { Random } from "./random";
import { takenUpOn, workingDayFrom } from "./working-days";

/** One sales conversation to come: where the deal stands after it and what was said about money. */
export type DealStep = {
  on: string;
  stage: DemoStage;
  occasion: Occasion;
  /** Rand, as logged; none where nobody named a figure. */
  amount?: number;
  /** Price of one article after this conversation, and before it where it changed. */
  unitPrice: number;
  priceBefore?: number;
  followUpOn?: string;
  completed?: boolean;
};

/** One attempt to sell, from the first word to the last, some of it perhaps after today. */
export type DealStory = {
  customer: DemoCustomer;
  lot: Lot;
  bought: boolean;
  name: string;
  steps: DealStep[];
};

type Beat = readonly [DemoStage, Occasion];

const demoLikelihood = { tyre: 0.38, retread: 0.6, battery: 0.5, contract: 0.65 } as const;

function fullCourse(random: Random, bought: boolean, lot: Lot): Beat[] {
  const some = (probability: number, ...beat: Beat) => (random.chance(probability) ? [beat] : []);
  return [
    ["Contact made", bought ? "contactAgain" : "firstContact"],
    ...some(bought ? 0.15 : 0.4, "Contact made", "contactMore"),
    ...some(0.85, "Qualified", "qualified"),
    ...some(demoLikelihood[lot.group], "Demo given", "demo"),
    ["Proposal sent", "proposal"],
    ...some(0.4, "Proposal sent", "chase"),
    ...some(0.45, "Negotiation", "price"),
    ...some(0.35, "Negotiation", "terms"),
  ];
}

function shortCourse(random: Random, lot: Lot): Beat[] {
  return random.weighted<Beat[]>([
    [[["Proposal sent", "proposal"]], 5],
    [
      [
        ["Contact made", "contactAgain"],
        ["Proposal sent", "proposal"],
      ],
      3,
    ],
    [
      [
        ["Qualified", "qualified"],
        ["Proposal sent", "proposal"],
        ["Negotiation", "price"],
      ],
      2,
    ],
    [
      [
        ["Qualified", "qualified"],
        ["Proposal sent", "proposal"],
        ["Negotiation", "terms"],
      ],
      1,
    ],
    [
      [
        ["Proposal sent", "proposal"],
        ["Proposal sent", "chase"],
      ],
      1,
    ],
    [fullCourse(random, true, lot), 2],
  ]);
}

// A lost deal stops somewhere on the way: most after the price is known.
function brokenOff(random: Random, course: Beat[]): Beat[] {
  const stops = course.map(
    (beat, index) => [index + 1, beat[0] === "Contact made" ? 0.6 : index + 1] as const,
  );
  return course.slice(0, random.weighted(stops));
}

function courseOf(random: Random, bought: boolean, lot: Lot, won: boolean): Beat[] {
  if (won && bought && random.chance(0.07)) return [["Won", "repeatOrder"]];
  const course = bought && random.chance(0.75) ? shortCourse(random, lot) : fullCourse(random, bought, lot);
  if (won) return [...course, ["Won", bought && random.chance(0.6) ? "repeatOrder" : "won"]];
  const until = brokenOff(random, course);
  const priced = until.some(([stage]) => stage === "Proposal sent");
  return [...until, priced && random.chance(0.46) ? ["Lost on price", "lostOnPrice"] : ["Lost", "lost"]];
}

function aftermath(random: Random, last: Beat): readonly (readonly [Beat, from: number, to: number])[] {
  const [stage] = last;
  if (stage === "Won") {
    if (random.chance(0.05)) return [[["Cancelled", "cancelled"], 3, 30]];
    return random.chance(0.24) ? [[["Won", "thanks"], 3, 14]] : [];
  }
  if (!random.chance(0.07)) return [];
  const end: Beat = random.chance(0.7) ? ["Won", "won"] : ["Lost", "lost"];
  return [
    [["Negotiation", "reopened"], 15, 55],
    [end, 3, 16],
  ];
}

function addMoney(random: Random, lot: Lot, steps: DealStep[]): void {
  let price = lot.unitPrice;
  for (const step of steps) {
    const total = () => price * lot.quantity;
    if (step.occasion === "price") {
      step.priceBefore = price;
      price = Math.max(5, Math.round((price * random.between(92, 97)) / 500) * 5);
      step.amount = total();
    } else if (step.occasion === "proposal" || step.occasion === "won" || step.occasion === "repeatOrder") {
      step.amount = total();
    } else if (step.occasion === "qualified" && random.chance(0.3)) {
      step.amount = Math.max(10_000, Math.round(total() / 5000) * 5000);
    }
    step.unitPrice = price;
  }
}

/**
 * Plans a deal that begins on or after a day. `taken` are the customer's days with a conversation; the days
 * used here are added to it, so that a customer is spoken with once a day.
 */
export function planDeal(
  random: Random,
  customer: DemoCustomer,
  fromOn: string,
  bought: boolean,
  taken: Set<string>,
): DealStory {
  const profile = kindProfile(customer.kind);
  const [least, most] = profile.orders;
  const value = random.logBetween(least, most) * (bought ? 1 : 0.8);
  const lot = makeLot(random, random.weighted(profile.topics), value, customer.vehicles ?? "vehicles");
  const won = random.chance((bought ? 0.73 : 0.5) + customer.seller.skill + profile.ease);
  const course = courseOf(random, bought, lot, won);

  const length = bought ? random.logBetween(6, 50) : random.logBetween(14, won ? 84 : 100);
  const gaps = course.slice(1).map(() => random.between(10, 40));
  const allGaps = gaps.reduce((sum, gap) => sum + gap, 0);

  const steps: DealStep[] = [];
  function add([stage, occasion]: Beat, notBefore: string): void {
    let on = takenUpOn(random, notBefore);
    while (taken.has(on)) on = workingDayFrom(addDays(on, 1));
    taken.add(on);
    steps.push({ on, stage, occasion, unitPrice: lot.unitPrice });
  }
  const after = (days: number) => addDays(steps.at(-1)?.on ?? fromOn, days);

  course.forEach((beat, index) => {
    const share = index === 0 ? 0 : (gaps[index - 1] ?? 0) / allGaps;
    add(beat, after(index === 0 ? 0 : Math.max(1, Math.round(share * length))));
  });
  const last = course.at(-1);
  if (last)
    for (const [beat, from, to] of aftermath(random, last)) add(beat, after(random.between(from, to)));
  addMoney(random, lot, steps);
  return { customer, lot, bought, name: "", steps };
}
