import type { Random } from "./random";

/** Which notes fit: some sentences are only said of batteries, casings or contracts. */
export const productGroups = ["tyre", "retread", "battery", "contract"] as const;

export type ProductGroup = (typeof productGroups)[number];

const productTopics = [
  "Passenger tyres",
  "Bakkie and 4x4 tyres",
  "Truck tyres",
  "Retreads",
  "Batteries",
  "Farm tyres",
  "Earthmover tyres",
  "Fleet contract",
] as const;

export type ProductTopic = (typeof productTopics)[number];

/** What a deal is about: so many of one article, or a contract over so many vehicles. */
export type Lot = {
  topic: ProductTopic;
  group: ProductGroup;
  /** "40 × 315/80R22.5 Kudu Drive" or "a tyre contract for 34 trucks". */
  text: string;
  /** "315/80R22.5 Kudu Drive"; none for a contract. */
  line?: string;
  size?: string;
  noun: string;
  quantity: number;
  /** Rand without VAT, for one article; for a contract, for one vehicle over its term. */
  unitPrice: number;
};

type Article = readonly [size: string, brand: string, rand: number];

const articles: Record<Exclude<ProductTopic, "Fleet contract">, readonly Article[]> = {
  "Passenger tyres": [
    ["165/80R13", "Savanna ECO", 690],
    ["175/65R14", "Savanna ECO", 785],
    ["175/70R13", "Savanna ECO", 735],
    ["185/60R15", "Savanna HT", 930],
    ["185/65R15", "Savanna HT", 915],
    ["195/50R15", "Savanna HT", 960],
    ["195/65R15", "Savanna HT", 985],
    ["205/55R16", "Savanna HT", 1140],
    ["215/65R16", "Savanna HT", 1390],
    ["225/45R17", "Caracal Sport", 1495],
    ["225/50R17", "Caracal Sport", 1620],
    ["235/45R18", "Caracal Sport", 1885],
  ],
  "Bakkie and 4x4 tyres": [
    ["195R14C", "Mamba Cargo", 1290],
    ["195R15C", "Mamba Cargo", 1345],
    ["205/70R15C", "Mamba Cargo", 1480],
    ["205R16C", "Ridgeback AT", 1920],
    ["225/75R15", "Ridgeback AT", 2080],
    ["245/70R16", "Ridgeback AT", 2340],
    ["255/70R16", "Ridgeback AT", 2455],
    ["265/65R17", "Ridgeback AT", 2690],
    ["265/60R18", "Ridgeback AT", 2980],
  ],
  "Truck tyres": [
    ["11R22.5", "Kudu Steer", 4350],
    ["12R22.5", "Kudu Steer", 4690],
    ["295/80R22.5", "Kudu Steer", 4980],
    ["315/80R22.5", "Kudu Steer", 5450],
    ["315/80R22.5", "Kudu Drive", 5760],
    ["385/65R22.5", "Kudu Trailer", 6120],
    ["8.25R16", "Kudu Local", 2890],
    ["9.5R17.5", "Kudu Local", 2650],
  ],
  Retreads: [
    ["11R22.5", "retread", 2280],
    ["12R22.5", "retread", 2440],
    ["315/80R22.5", "drive retread", 2690],
    ["385/65R22.5", "trailer retread", 2830],
    ["295/80R22.5", "retread", 2520],
  ],
  Batteries: [
    ["619", "Volta", 830],
    ["628", "Volta", 940],
    ["646", "Volta", 1120],
    ["652", "Volta", 1360],
    ["657", "Volta", 1480],
    ["668", "Volta", 1690],
    ["682", "Volta Truck", 2950],
    ["690", "Volta Truck", 3480],
    ["12V 105Ah", "Volta Deep Cycle", 2760],
    ["652", "Volta Stop-Start", 2390],
  ],
  "Farm tyres": [
    ["7.50-16", "Sable Front", 1480],
    ["11.2-24", "Sable Tractor", 4150],
    ["14.9-28", "Sable Tractor", 6890],
    ["18.4-34", "Sable Tractor", 9850],
    ["400/60-15.5", "Sable Implement", 4380],
  ],
  "Earthmover tyres": [
    ["12.5/80-18", "Rhino TLB", 3940],
    ["16.9-28", "Rhino TLB", 8650],
    ["17.5-25", "Rhino Loader", 13400],
    ["23.5-25", "Rhino Loader", 24800],
    ["14.00-24", "Rhino Grader", 11950],
  ],
};

const nouns: Record<ProductTopic, string> = {
  "Passenger tyres": "tyres",
  "Bakkie and 4x4 tyres": "tyres",
  "Truck tyres": "tyres",
  Retreads: "retreads",
  Batteries: "batteries",
  "Farm tyres": "tyres",
  "Earthmover tyres": "tyres",
  "Fleet contract": "tyres",
};

function groupOf(topic: ProductTopic): ProductGroup {
  if (topic === "Batteries") return "battery";
  if (topic === "Retreads") return "retread";
  return topic === "Fleet contract" ? "contract" : "tyre";
}

/** Deals of the demo are worth R 8,000 to R 900,000. */
const dealValue = { least: 8_000, most: 900_000 } as const;

/** A lot of this topic worth about `value` rand, within the bounds of a demo deal. */
export function makeLot(random: Random, topic: ProductTopic, value: number, fleet: string): Lot {
  const wanted = Math.min(Math.max(value, dealValue.least * 1.2), dealValue.most * 0.95);
  if (topic === "Fleet contract") {
    const unitPrice = random.between(58, 94) * 100;
    const quantity = Math.min(Math.max(8, Math.round(wanted / unitPrice)), 90);
    const text = `a tyre contract for ${quantity} ${fleet}`;
    return { topic, group: "contract", text, noun: nouns[topic], quantity, unitPrice };
  }
  const [size, brand, listPrice] = random.pick(articles[topic]);
  // Prices move a little between customers and over the year.
  const unitPrice = Math.round((listPrice * random.between(96, 106)) / 500) * 5;
  const step = wanted / unitPrice > 60 ? 10 : wanted / unitPrice > 16 ? 4 : 2;
  const least = Math.ceil(dealValue.least / 0.92 / unitPrice);
  const quantity = Math.max(Math.round(wanted / unitPrice / step) * step, Math.ceil(least / 2) * 2);
  const line = `${size} ${brand}`;
  return {
    topic,
    group: groupOf(topic),
    text: `${quantity} × ${line}`,
    line,
    size,
    noun: nouns[topic],
    quantity,
    unitPrice,
  };
}
