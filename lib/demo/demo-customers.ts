import { addDays, addMonths, daysBetween } from "@/lib/pipeline/local-date";
import { nameKey } from "@/lib/pipeline/name-key";
import { type CustomerKind, customerKinds, kindProfile } from "./customer-kinds";
import { makeCustomerName } from "./customer-names";
import { type Seller, sellers } from "./demo-team";
import { makePerson } from "./people-names";
import type { Random } from "./random";
import { workingDayFrom } from "./working-days";

/** A customer of the demo with everything that stays the same from one conversation to the next. */
export type DemoCustomer = {
  name: string;
  place: string;
  kind: CustomerKind;
  seller: Seller;
  /** The first is the one mostly spoken with. */
  contacts: readonly { first: string; name: string }[];
  boss: string;
  vehicles: string | undefined;
  rival: string | undefined;
  terms: string;
  /** 'YYYY-MM-DD'; "" = unknown. */
  openedOn: string;
  /** The first day on which somebody speaks with them about a sale. */
  startsOn: string;
  /** Never a sale: service, account and stock questions only. */
  neverSold: boolean;
};

const rivals = [
  "Tyreland",
  "Gauteng Rubber",
  "Karoo Tyre Traders",
  "Metro Wholesale",
  "Amp City",
  "N12 Tyre Depot",
] as const;
const terms = [
  "30 days from statement",
  "30 days from invoice",
  "14 days from invoice",
  "45 days from statement",
] as const;

function uniqueNames(random: Random, kinds: readonly CustomerKind[]) {
  const taken = new Set<string>();
  return kinds.map((kind) => {
    let made = makeCustomerName(random, kind);
    while (taken.has(nameKey(made.name))) made = makeCustomerName(random, kind);
    taken.add(nameKey(made.name));
    return { ...made, kind };
  });
}

// A firm that bears a family's name is often still run by the family.
function makeContacts(random: Random, family: string | undefined): DemoCustomer["contacts"] {
  const size = random.weighted([
    [1, 5],
    [2, 4],
    [3, 1],
  ] as const);
  return Array.from({ length: size }, (_, index) => {
    const { first, last } = makePerson(random);
    const isFamily = index === 0 && family !== undefined && random.chance(0.4);
    return { first, name: `${first} ${isFamily ? family : last}` };
  });
}

function openedOn(random: Random, startsOn: string, isOld: boolean, today: string): string {
  if (random.chance(0.1)) return "";
  const daysBefore = isOld ? random.between(40, 2600) : random.between(-14, 32);
  const opened = addDays(startsOn, -daysBefore);
  return opened < today ? opened : today;
}

/** The demo's 400 customers, those who were there from the start first. */
export function makeCustomers(random: Random, firstDay: string, today: string): DemoCustomer[] {
  const kinds = Object.keys(customerKinds).flatMap((kind) =>
    Array.from({ length: kindProfile(kind as CustomerKind).count }, () => kind as CustomerKind),
  );
  const days = daysBetween(firstDay, today);
  return uniqueNames(random, random.shuffled(kinds)).map(({ name, place, kind, family }, index) => {
    const isOld = index < 115;
    const startsOn = workingDayFrom(
      addDays(firstDay, isOld ? random.between(0, 80) : random.between(20, days - 1)),
    );
    const there = sellers.filter((seller) => startsOn >= joinedOn(seller, today));
    const profile = kindProfile(kind);
    return {
      name,
      place,
      kind,
      seller: random.weighted(there.map((seller) => [seller, seller.looksAfter[kind] ?? 1] as const)),
      contacts: makeContacts(random, family),
      boss: random.pick(profile.boss),
      vehicles: profile.vehicles.length > 0 ? random.pick(profile.vehicles) : undefined,
      rival: random.chance(0.85) ? random.pick(rivals) : undefined,
      terms: random.pick(terms),
      openedOn: openedOn(random, startsOn, isOld, today),
      startsOn,
      neverSold: random.chance(0.035),
    };
  });
}

/** The local date on which a seller's first conversations may lie, seen from today. */
export function joinedOn(seller: Seller, today: string): string {
  return addMonths(today, seller.joinedAfterMonths - 18);
}
