import type { CustomerKind } from "./customer-kinds";

/** What the set-up of the demo installation is given; the administrator is one of its six sellers. */
export const demoTeam = {
  name: "Egoli Tyre & Battery",
  currency: "ZAR",
  timeZone: "Africa/Johannesburg",
  locale: "en-ZA",
  firstDayOfWeek: 1,
  adminName: "Thandiwe Mokoena",
  adminEmail: "demo@pipelog.example",
} as const;

/** One of the demo's six salespeople: what they sell to whom, how well, and how they write. */
export type Seller = {
  name: string;
  /** Months into the year and a half at which they joined; 0 = there from the start. */
  joinedAfterMonths: number;
  /** Added to the chance of winning a deal. */
  skill: number;
  /** How likely a note has a second sentence. */
  talkative: number;
  /** Leaves off the full stop, as people do who type on a phone. */
  terse: boolean;
  /** How many customers of a kind they look after, relative to the others; 1 unless given. */
  looksAfter: Partial<Record<CustomerKind, number>>;
};

export const sellers: readonly Seller[] = [
  {
    name: "Thandiwe Mokoena",
    joinedAfterMonths: 0,
    skill: 0.12,
    talkative: 0.6,
    terse: false,
    looksAfter: { transport: 3, mine: 4, municipality: 6, bus: 3, workshop: 0.4, fitment: 0.5 },
  },
  {
    name: "Pieter Botha",
    joinedAfterMonths: 0,
    skill: 0.05,
    talkative: 0.4,
    terse: false,
    looksAfter: { farm: 8, mine: 3, plant: 4, transport: 2, workshop: 0.6 },
  },
  {
    name: "Ayesha Patel",
    joinedAfterMonths: 0,
    skill: 0.03,
    talkative: 0.85,
    terse: false,
    looksAfter: { fitment: 3, spares: 4, workshop: 1.2, farm: 0.2 },
  },
  {
    name: "Sipho Dlamini",
    joinedAfterMonths: 0,
    skill: -0.02,
    talkative: 0.25,
    terse: true,
    looksAfter: { taxi: 9, bus: 3, workshop: 1.6, security: 2 },
  },
  {
    name: "Keshav Naidoo",
    joinedAfterMonths: 0,
    skill: -0.09,
    talkative: 0.5,
    terse: false,
    looksAfter: { workshop: 2, fitment: 2, spares: 2, transport: 1.4 },
  },
  {
    name: "Michelle Jacobs",
    joinedAfterMonths: 7,
    skill: -0.14,
    talkative: 0.7,
    terse: false,
    looksAfter: { workshop: 2, fitment: 1.6, security: 3, plant: 1.5, spares: 1.5 },
  },
];
