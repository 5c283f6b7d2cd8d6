import { type DemoChannel, demoChannels } from "./customer-kinds";
import { capitalised } from "./note-slots";
import {
  cancelledNotes,
  lostNotes,
  lostOnPriceNotes,
  repeatOrderNotes,
  thanksNotes,
  wonNotes,
} from "./notes/closing-notes";
import { priceNotes, reopenedNotes, termsNotes } from "./notes/negotiation-notes";
import type { NotePool } from "./notes/note-pool";
import { chaseNotes, demoNotes, proposalNotes } from "./notes/proposal-notes";
import {
  contactAgainNotes,
  contactMoreNotes,
  firstContactNotes,
  qualifiedNotes,
} from "./notes/prospecting-notes";
import {
  accountNotes,
  breakdownNotes,
  deliveryNotes,
  stockNotes,
  supportNotes,
  warrantyNotes,
} from "./notes/service-notes";
import { type ProductGroup, productGroups } from "./products";
import type { Random } from "./random";

const pools = {
  firstContact: firstContactNotes,
  contactAgain: contactAgainNotes,
  contactMore: contactMoreNotes,
  qualified: qualifiedNotes,
  demo: demoNotes,
  proposal: proposalNotes,
  chase: chaseNotes,
  price: priceNotes,
  terms: termsNotes,
  reopened: reopenedNotes,
  won: wonNotes,
  repeatOrder: repeatOrderNotes,
  thanks: thanksNotes,
  lost: lostNotes,
  lostOnPrice: lostOnPriceNotes,
  cancelled: cancelledNotes,
  delivery: deliveryNotes,
  account: accountNotes,
  warranty: warrantyNotes,
  support: supportNotes,
  stock: stockNotes,
  breakdown: breakdownNotes,
} as const satisfies Record<string, NotePool>;

/** What sort of conversation is being noted down. */
export type Occasion = keyof typeof pools;

/** Everything a note may speak of. A slot that is not known keeps its sentences out. */
type NoteFacts = {
  occasion: Occasion;
  how: DemoChannel;
  group: ProductGroup;
  /** The customer has had an order from us before. */
  bought: boolean;
  /** Names one customer, so that no sentence is said twice there. */
  customer: string;
  talkative: number;
  terse: boolean;
  slots: Readonly<Record<string, string | undefined>>;
};

type Sentence = { text: string; channels: string[]; groups: string[]; bought: boolean; slots: string[] };

function parseSentence(source: string): Sentence {
  const [, tags = "", text = source] = /^\[([^\]]*)\] (.*)$/.exec(source) ?? [];
  const words = tags === "" ? [] : tags.split(",");
  const channels = words.filter((word) => (demoChannels as readonly string[]).includes(word));
  const groups = words.filter((word) => (productGroups as readonly string[]).includes(word));
  const bought = words.includes("bought");
  if (channels.length + groups.length + Number(bought) !== words.length)
    throw new Error(`Unknown tag in: ${source}`);
  return {
    text,
    channels,
    groups,
    bought,
    slots: [...text.matchAll(/\{(\w+)\}/g)].map(([, slot = ""]) => slot),
  };
}

const sentences = Object.fromEntries(
  Object.entries(pools).map(([occasion, pool]) => [
    occasion,
    {
      heads: pool.heads.map(parseSentence),
      tails: pool.tails.map(parseSentence),
      next: pool.next.map(parseSentence),
    },
  ]),
) as Record<Occasion, Record<keyof NotePool, Sentence[]>>;

function fits(sentence: Sentence, facts: NoteFacts): boolean {
  return (
    (sentence.channels.length === 0 || sentence.channels.includes(facts.how)) &&
    (sentence.groups.length === 0 || sentence.groups.includes(facts.group)) &&
    (!sentence.bought || facts.bought) &&
    sentence.slots.every((slot) => facts.slots[slot] !== undefined)
  );
}

/** Writes notes, spreading its sentences so that none is said twice at one customer while others are left. */
export function createNoteWriter(random: Random) {
  const timesSaid = new Map<Sentence, number>();
  const saidAt = new Map<string, Set<Sentence>>();

  function choose(candidates: Sentence[], facts: NoteFacts): Sentence | undefined {
    const here = saidAt.get(facts.customer) ?? new Set();
    saidAt.set(facts.customer, here);
    const fitting = candidates.filter((sentence) => fits(sentence, facts));
    const fresh = fitting.filter((sentence) => !here.has(sentence));
    const ranked = random
      .shuffled(fresh.length > 0 ? fresh : fitting)
      .sort((a, b) => (timesSaid.get(a) ?? 0) - (timesSaid.get(b) ?? 0));
    const sentence = ranked.length > 0 ? random.pick(ranked.slice(0, 3)) : undefined;
    if (!sentence) return undefined;
    here.add(sentence);
    timesSaid.set(sentence, (timesSaid.get(sentence) ?? 0) + 1);
    return sentence;
  }

  function spoken(sentence: Sentence, slots: NoteFacts["slots"]): string {
    return capitalised(sentence.text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? ""));
  }

  /** The note of one conversation. */
  return function writeNote(facts: NoteFacts): string {
    const { heads, tails, next } = sentences[facts.occasion];
    const promised = facts.slots.when !== undefined;
    const parts = [
      choose(heads, facts),
      random.chance(facts.talkative) ? choose(tails, facts) : undefined,
      promised && random.chance(0.55) ? choose(next, facts) : undefined,
    ];
    const note = parts.flatMap((part) => (part ? [spoken(part, facts.slots)] : [])).join(" ");
    return facts.terse ? note.replace(/\.$/, "") : note;
  };
}
