import type { ProductTopic } from "./products";

/** A sort of customer: what it buys, how much of it, where its people stand and how one reaches them. */
type KindProfile = {
  /** How many of the 400 customers. */
  count: number;
  /** Order size in rand: small ones are likelier. */
  orders: readonly [from: number, to: number];
  topics: readonly (readonly [ProductTopic, number])[];
  channels: readonly (readonly [DemoChannel, number])[];
  /** Where the goods go: "the {site} in Springs". */
  site: string;
  /** What it drives; none for those who sell on. */
  vehicles: readonly string[];
  /** Who decides besides the person one speaks with. */
  boss: readonly string[];
  /** Added to the chance of winning. */
  ease: number;
  /** Days from one order to the next. */
  comesBackAfter: readonly [from: number, to: number];
};

export const demoChannels = ["Phone", "Visit", "E-mail", "WhatsApp", "Meeting"] as const;

export type DemoChannel = (typeof demoChannels)[number];

const mostlyPhone = [
  ["Phone", 5],
  ["Visit", 3],
  ["WhatsApp", 3],
  ["E-mail", 2],
] as const;
const mostlyVisits = [
  ["Visit", 5],
  ["Phone", 3],
  ["WhatsApp", 2],
  ["E-mail", 1],
] as const;
const formal = [
  ["E-mail", 4],
  ["Phone", 3],
  ["Meeting", 3],
  ["Visit", 2],
] as const;

export const customerKinds = {
  fitment: {
    count: 88,
    orders: [14_000, 190_000],
    topics: [
      ["Passenger tyres", 6],
      ["Bakkie and 4x4 tyres", 4],
      ["Batteries", 2],
      ["Truck tyres", 0.6],
    ],
    channels: mostlyPhone,
    site: "fitment bay",
    vehicles: [],
    boss: ["the owner", "the branch owner", "the buying group"],
    ease: 0.04,
    comesBackAfter: [25, 95],
  },
  workshop: {
    count: 92,
    orders: [8_500, 70_000],
    topics: [
      ["Batteries", 6],
      ["Passenger tyres", 3],
      ["Bakkie and 4x4 tyres", 2],
    ],
    channels: mostlyPhone,
    site: "workshop",
    vehicles: [],
    boss: ["the owner", "the partner in the business", "the bookkeeper"],
    ease: 0.03,
    comesBackAfter: [30, 120],
  },
  spares: {
    count: 30,
    orders: [12_000, 110_000],
    topics: [
      ["Batteries", 9],
      ["Passenger tyres", 1],
    ],
    channels: mostlyPhone,
    site: "shop",
    vehicles: [],
    boss: ["the owner", "the shop manager", "head office"],
    ease: 0.05,
    comesBackAfter: [25, 80],
  },
  transport: {
    count: 58,
    orders: [45_000, 640_000],
    topics: [
      ["Truck tyres", 6],
      ["Retreads", 4],
      ["Fleet contract", 2],
      ["Batteries", 2],
    ],
    channels: [
      ["Visit", 4],
      ["Phone", 4],
      ["E-mail", 3],
      ["Meeting", 2],
      ["WhatsApp", 1],
    ],
    site: "depot",
    vehicles: ["interlinks", "trucks", "tautliners", "reefer trailers", "side tippers"],
    boss: ["the finance director", "the owner", "the operations manager", "head office"],
    ease: 0,
    comesBackAfter: [40, 130],
  },
  taxi: {
    count: 24,
    orders: [18_000, 160_000],
    topics: [
      ["Bakkie and 4x4 tyres", 7],
      ["Batteries", 3],
    ],
    channels: [
      ["Visit", 5],
      ["WhatsApp", 4],
      ["Phone", 4],
      ["Meeting", 2],
    ],
    site: "taxi yard",
    vehicles: ["Quantums", "taxis", "Sprinters"],
    boss: ["the committee", "the chairman", "the treasurer"],
    ease: 0,
    comesBackAfter: [35, 110],
  },
  bus: {
    count: 14,
    orders: [40_000, 380_000],
    topics: [
      ["Truck tyres", 6],
      ["Retreads", 3],
      ["Batteries", 3],
      ["Fleet contract", 1],
    ],
    channels: formal,
    site: "depot",
    vehicles: ["buses", "school buses", "midi buses"],
    boss: ["the operations manager", "the owner", "the finance manager"],
    ease: 0.02,
    comesBackAfter: [50, 140],
  },
  farm: {
    count: 36,
    orders: [11_000, 170_000],
    topics: [
      ["Farm tyres", 6],
      ["Bakkie and 4x4 tyres", 3],
      ["Batteries", 2],
    ],
    channels: mostlyVisits,
    site: "shed",
    vehicles: ["tractors", "harvest trailers", "farm bakkies"],
    boss: ["the farm owner", "the co-op", "the bookkeeper"],
    ease: 0.02,
    comesBackAfter: [60, 170],
  },
  plant: {
    count: 20,
    orders: [35_000, 420_000],
    topics: [
      ["Earthmover tyres", 7],
      ["Truck tyres", 3],
      ["Batteries", 2],
    ],
    channels: [
      ["Visit", 5],
      ["Phone", 4],
      ["E-mail", 2],
      ["Meeting", 1],
    ],
    site: "yard",
    vehicles: ["TLBs", "loaders", "tipper trucks"],
    boss: ["the plant director", "the owner", "the site agent"],
    ease: -0.03,
    comesBackAfter: [50, 150],
  },
  mine: {
    count: 14,
    orders: [120_000, 900_000],
    topics: [
      ["Earthmover tyres", 6],
      ["Fleet contract", 2],
      ["Truck tyres", 2],
      ["Batteries", 1],
    ],
    channels: formal,
    site: "stores",
    vehicles: ["loaders", "utility vehicles", "haul trucks"],
    boss: ["group procurement", "the engineering manager", "the buying committee"],
    ease: -0.07,
    comesBackAfter: [70, 190],
  },
  municipality: {
    count: 8,
    orders: [90_000, 780_000],
    topics: [
      ["Truck tyres", 4],
      ["Batteries", 3],
      ["Fleet contract", 3],
      ["Bakkie and 4x4 tyres", 3],
    ],
    channels: formal,
    site: "fleet workshop",
    vehicles: ["refuse trucks", "bakkies", "graders"],
    boss: ["supply chain", "the fleet committee", "the chief financial officer"],
    ease: -0.1,
    comesBackAfter: [80, 200],
  },
  security: {
    count: 16,
    orders: [14_000, 130_000],
    topics: [
      ["Bakkie and 4x4 tyres", 4],
      ["Passenger tyres", 4],
      ["Batteries", 4],
      ["Fleet contract", 0.6],
    ],
    channels: mostlyPhone,
    site: "vehicle bay",
    vehicles: ["response cars", "patrol bakkies", "reaction vehicles"],
    boss: ["the operations director", "the owner", "the finance manager"],
    ease: 0,
    comesBackAfter: [40, 120],
  },
} as const satisfies Record<string, KindProfile>;

export type CustomerKind = keyof typeof customerKinds;

/** The profile of a kind, seen as any kind's. */
export function kindProfile(kind: CustomerKind): KindProfile {
  return customerKinds[kind];
}
