import type { CustomerHistory } from "./customer-history";
import { type DemoChannel, kindProfile } from "./customer-kinds";
import type { DealStep, DealStory } from "./deal-story";
import { type DemoCustomer, joinedOn } from "./demo-customers";
import type { DemoStage } from "./demo-stages";
import { type Seller, sellers } from "./demo-team";
import type { Occasion } from "./note-writer";
import { type Lot, makeLot } from "./products";
import type { Random } from "./random";
import type { ServiceTalk } from "./service-talks";

/** One conversation of the demo on its way to a row. */
export type LogEntry = {
  customer: DemoCustomer;
  on: string;
  /** 'HH:MM' local time; "" = the date alone is known. */
  time: string;
  heldBy: Seller;
  how: DemoChannel;
  contact: DemoCustomer["contacts"][number];
  occasion: Occasion;
  topic: string;
  lot: Lot;
  /** The deal it belongs to or, without a stage, the order it is about. */
  deal: DealStory | undefined;
  step: DealStep | undefined;
  stage: DemoStage | "";
  dealName: string;
  amount: number | undefined;
  followUpOn: string | undefined;
  completed: boolean;
  minutes: number | undefined;
  note: string;
};

function colleague(random: Random, customer: DemoCustomer, on: string, today: string): Seller {
  const others = sellers.filter((seller) => seller !== customer.seller && joinedOn(seller, today) <= on);
  return random.pick(others);
}

function channel(random: Random, customer: DemoCustomer, occasion: Occasion): DemoChannel {
  if (occasion === "breakdown") return random.pick(["Phone", "WhatsApp"] as const);
  if (occasion === "demo")
    return random.weighted([
      ["Visit", 6],
      ["Meeting", 2],
    ] as const);
  const favoured: Partial<Record<Occasion, readonly (readonly [DemoChannel, number])[]>> = {
    proposal: [["E-mail", 9]],
    account: [
      ["E-mail", 5],
      ["Phone", 4],
    ],
    firstContact: [
      ["Phone", 3],
      ["Visit", 2],
    ],
  };
  return random.weighted([...kindProfile(customer.kind).channels, ...(favoured[occasion] ?? [])]);
}

function minutes(random: Random, how: DemoChannel): number | undefined {
  if (random.chance(0.15)) return undefined;
  if (how === "Phone") return random.between(2, 24);
  if (how === "Visit") return random.between(4, 16) * 5;
  return how === "Meeting" ? random.between(6, 18) * 5 : undefined;
}

function spokenWith(
  random: Random,
  customer: DemoCustomer,
  mainly: number,
): DemoCustomer["contacts"][number] {
  const [main, ...others] = customer.contacts;
  if (!main) throw new Error(`${customer.name} has nobody to speak with.`);
  return others.length === 0 || random.chance(mainly) ? main : random.pick(others);
}

/** The conversation of one step of a deal. The first is its salesperson's, with the main contact. */
export function salesEntry(random: Random, deal: DealStory, step: DealStep, today: string): LogEntry {
  const { customer, lot } = deal;
  const isFirst = step === deal.steps[0];
  const how = channel(random, customer, step.occasion);
  return {
    customer,
    on: step.on,
    time: "",
    heldBy: isFirst || random.chance(0.94) ? customer.seller : colleague(random, customer, step.on, today),
    how,
    contact: spokenWith(random, customer, isFirst ? 1 : 0.85),
    occasion: step.occasion,
    topic: lot.topic,
    lot,
    deal,
    step,
    stage: step.stage,
    dealName: deal.name,
    amount: step.amount,
    followUpOn: step.followUpOn,
    completed: step.completed ?? false,
    minutes: minutes(random, how),
    note: "",
  };
}

/** A conversation that is not about a sale: often a colleague takes it, or another person rings. */
export function serviceEntry(
  random: Random,
  { customer, deals }: CustomerHistory,
  talk: ServiceTalk,
  today: string,
): LogEntry {
  const profile = kindProfile(customer.kind);
  const how = channel(random, customer, talk.occasion);
  const about = talk.deal ?? deals[0];
  const lot =
    about?.lot ??
    makeLot(random, random.weighted(profile.topics), profile.orders[0] * 2, customer.vehicles ?? "vehicles");
  return {
    customer,
    on: talk.on,
    time: talk.time ?? "",
    heldBy:
      random.chance(0.75) && talk.on >= customer.startsOn
        ? customer.seller
        : colleague(random, customer, talk.on, today),
    how,
    contact: spokenWith(random, customer, 0.6),
    occasion: talk.occasion,
    topic: talk.topic,
    lot,
    deal: talk.deal,
    step: undefined,
    stage: "",
    dealName: "",
    amount: undefined,
    followUpOn: talk.followUpOn,
    completed: talk.completed ?? false,
    minutes: minutes(random, how),
    note: "",
  };
}
