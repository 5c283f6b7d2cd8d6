import { addDays, addMonths, daysBetween } from "@/lib/pipeline/local-date";
import { type CustomerHistory, isStillOpen } from "./customer-history";
import type { DealStory } from "./deal-story";
import type { Occasion } from "./note-writer";
import type { Random } from "./random";
import { earliest, latest, takenUpOn, weekday, workingDayFrom } from "./working-days";

/** A conversation that is not about a sale. */
export type ServiceTalk = {
  on: string;
  /** Set where the hour matters: a call in the night. */
  time?: string;
  occasion: Occasion;
  topic: string;
  /** The order it is about. */
  deal?: DealStory;
  followUpOn?: string;
  completed?: boolean;
};

type ServiceTalks = readonly (readonly [CustomerHistory, ServiceTalk])[];

/** What such a conversation is about and how many days after an order it comes up; any day if not said. */
const subjects = {
  delivery: { topic: "Delivery", afterOrder: [1, 8] },
  account: { topic: "Account", afterOrder: [18, 60] },
  warranty: { topic: "Warranty claim", afterOrder: [20, 170] },
  support: { topic: "Service", afterOrder: undefined },
  stock: { topic: "Stock and prices", afterOrder: undefined },
} as const;

const shares = [
  ["delivery", 26],
  ["account", 20],
  ["warranty", 14],
  ["support", 19],
  ["stock", 21],
] as const;

function orderedOn(deal: DealStory): string | undefined {
  return deal.steps.find((step) => step.stage === "Won")?.on;
}

function wasDelivered(deal: DealStory): boolean {
  return orderedOn(deal) !== undefined && deal.steps.at(-1)?.stage === "Won";
}

// Someone who has gone quiet stays quiet: nothing after the last word on a deal that stands still.
function quietSince(history: CustomerHistory, today: string): string {
  const still = history.deals.find(isStillOpen)?.steps.at(-1)?.on;
  return still && daysBetween(still, today) > 14 ? still : today;
}

function dayWithin(random: Random, history: CustomerHistory, from: string, to: string): string | undefined {
  if (from > to) return undefined;
  const workday = takenUpOn(random, addDays(from, random.between(0, daysBetween(from, to))));
  // Shops are open on Saturday mornings.
  const on = weekday(workday) === 5 && random.chance(0.15) ? addDays(workday, 1) : workday;
  return on <= to && !history.taken.has(on) ? on : undefined;
}

function record(history: CustomerHistory, talk: ServiceTalk): readonly [CustomerHistory, ServiceTalk] {
  history.taken.add(talk.on);
  return [history, talk];
}

function promiseFollowUp(random: Random, talk: ServiceTalk, today: string): void {
  if (!random.chance(0.14)) return;
  talk.followUpOn = workingDayFrom(addDays(talk.on, random.between(1, 10)));
  const isRecent = daysBetween(talk.on, today) < 16;
  talk.completed = talk.followUpOn < today && !(isRecent && random.chance(0.35));
}

function talkOnce(
  random: Random,
  history: CustomerHistory,
  firstDay: string,
  today: string,
): ServiceTalk | undefined {
  const until = quietSince(history, today);
  const subject = random.weighted(shares);
  const { topic, afterOrder } = subjects[subject];
  const { openedOn, startsOn } = history.customer;
  if (!afterOrder) {
    const knownFrom = openedOn && openedOn < startsOn ? openedOn : startsOn;
    const on = dayWithin(random, history, latest(knownFrom, firstDay), until);
    return on ? { on, occasion: subject, topic } : undefined;
  }
  const delivered = history.deals.filter(wasDelivered);
  if (delivered.length === 0) return undefined;
  const deal = random.pick(delivered);
  const order = orderedOn(deal) ?? until;
  const on = dayWithin(
    random,
    history,
    addDays(order, afterOrder[0]),
    earliest(addDays(order, afterOrder[1]), until),
  );
  return on ? { on, occasion: subject, topic, deal } : undefined;
}

/** Fills the customers' days with what is not a sale, `count` conversations in all, more where more is bought. */
export function fillWithServiceTalks(
  random: Random,
  histories: readonly CustomerHistory[],
  count: number,
  firstDay: string,
  today: string,
): ServiceTalks {
  const chances = histories.map(
    (history) => [history, 1 + 1.3 * history.deals.filter(wasDelivered).length] as const,
  );
  const talks: (readonly [CustomerHistory, ServiceTalk])[] = [];
  while (talks.length < count) {
    const history = random.weighted(chances);
    const talk = talkOnce(random, history, firstDay, today);
    if (!talk) continue;
    promiseFollowUp(random, talk, today);
    talks.push(record(history, talk));
  }
  return talks;
}

/** A few such conversations today, so that today has begun. */
export function talkAboutServiceToday(
  random: Random,
  histories: readonly CustomerHistory[],
  today: string,
  wanted: number,
): ServiceTalks {
  const awake = histories.filter(
    (history) =>
      history.deals.some(wasDelivered) && !history.taken.has(today) && quietSince(history, today) === today,
  );
  return random
    .shuffled(awake)
    .slice(0, wanted)
    .map((history) => {
      const occasion = random.pick(["support", "stock"] as const);
      return record(history, { on: today, occasion, topic: subjects[occasion].topic });
    });
}

const onTheRoad = ["transport", "bus", "security", "taxi", "mine", "plant"];

/** Calls around midnight at the turn of months, where the local date and the UTC date differ. */
export function talkAtNight(
  random: Random,
  histories: readonly CustomerHistory[],
  today: string,
  wanted: number,
): ServiceTalks {
  const fleets = random.shuffled(histories.filter(({ customer }) => onTheRoad.includes(customer.kind)));
  const talks: (readonly [CustomerHistory, ServiceTalk])[] = [];
  for (let back = 0; back < wanted; back++) {
    const first = addMonths(`${today.slice(0, 8)}01`, -back);
    const isEve = back % 2 === 0;
    const on = isEve ? addDays(first, -1) : first;
    const minutes = String(isEve ? random.between(24, 58) : random.between(2, 48)).padStart(2, "0");
    const history = fleets.find(
      (fleet) =>
        !talks.some(([other]) => other === fleet) &&
        !fleet.taken.has(on) &&
        fleet.customer.startsOn <= on &&
        on <= quietSince(fleet, today),
    );
    if (!history || on >= today) continue;
    const time = `${isEve ? "23" : "00"}:${minutes}`;
    talks.push(record(history, { on, time, occasion: "breakdown", topic: "Breakdown" }));
  }
  return talks;
}
