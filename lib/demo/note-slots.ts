import { daysBetween } from "@/lib/pipeline/local-date";
import type { CustomerKind } from "./customer-kinds";
import { kindProfile } from "./customer-kinds";
import type { DealStep, DealStory } from "./deal-story";
import type { DemoCustomer } from "./demo-customers";
import { demoTeam } from "./demo-team";
import type { Lot } from "./products";
import type { Random } from "./random";
import { weekday } from "./working-days";

const weekdays = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday".split(", ");
/** January to December. */
export const months =
  "January, February, March, April, May, June, July, August, September, October, November, December".split(
    ", ",
  );

/** "R184 500", as it is typed here: whole rand, a blank every three digits. */
function rand(amount: number): string {
  return `R${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, " ")}`;
}

/** A day as one says it: "tomorrow", "on Thursday", "on 14 March". */
export function spokenDay(on: string, today: string): string {
  const days = daysBetween(today, on);
  if (days === 1) return "tomorrow";
  if (days < 6) return `on ${weekdays[weekday(on) - 1]}`;
  return `on ${Number(on.slice(8))} ${months[Number(on.slice(5, 7)) - 1]}`;
}

const seasons: Partial<Record<string, string>> = {
  "02": "the Easter traffic",
  "03": "winter",
  "04": "winter",
  "05": "the cold sets in",
  "08": "the rains",
  "09": "the rains",
  "10": "the December rush",
  "11": "the December rush",
};

// Head office has no name; a person can be met, be away, sign and agree.
const person = /owner|partner|keeper|manager|director|chairman|treasurer|agent|officer/;

/** A text as a sentence begins with it. */
export function capitalised(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** What a note may say of a customer, whatever the conversation was about. */
export function customerSlots(
  customer: DemoCustomer,
  first: string,
  lot: Lot,
): Record<string, string | undefined> {
  const chief = person.test(customer.boss) ? customer.boss : undefined;
  return {
    first,
    place: customer.place,
    site: kindProfile(customer.kind).site,
    vehicles: customer.vehicles,
    rival: customer.rival,
    boss: customer.boss,
    Boss: capitalised(customer.boss),
    chief,
    Chief: chief && capitalised(chief),
    noun: lot.noun,
    line: lot.line,
    size: lot.size,
  };
}

/** What a note may say of a deal after one of its steps. */
export function dealSlots(
  deal: DealStory,
  step: DealStep,
  quote: number,
): Record<string, string | undefined> {
  const { lot, customer } = deal;
  const perArticle = lot.group !== "contract";
  const rivalPrice =
    customer.rival && perArticle ? Math.round((step.unitPrice * (88 + (quote % 7))) / 500) * 5 : 0;
  return {
    lot: lot.text,
    qty: perArticle ? String(lot.quantity) : undefined,
    fleet: perArticle ? undefined : lot.text.replace("a tyre contract for ", ""),
    unit: perArticle ? rand(step.unitPrice) : undefined,
    total: rand(step.unitPrice * lot.quantity),
    wasUnit: perArticle && step.priceBefore ? rand(step.priceBefore) : undefined,
    wasTotal: step.priceBefore ? rand(step.priceBefore * lot.quantity) : undefined,
    rivalUnit: rivalPrice > 0 ? rand(rivalPrice) : undefined,
    estimate: step.amount === undefined ? undefined : rand(step.amount),
    quote: `Q${10000 + quote}`,
    order: `PO ${4100 + ((quote * 37) % 5800)}`,
    terms: customer.terms,
    season: seasons[step.on.slice(5, 7)],
    manager: customer.seller.name === demoTeam.adminName ? undefined : demoTeam.adminName.split(" ")[0],
  };
}

/** Roughly what a customer of this kind spends in a month, in round figures. */
export function monthlySpend(random: Random, kind: CustomerKind): string {
  const [least, most] = kindProfile(kind).orders;
  return rand(Math.max(5000, Math.round(random.logBetween(least / 2, most / 4) / 5000) * 5000));
}
