import type { LogEntry } from "./log-entry";
import { customerSlots, dealSlots, monthlySpend, spokenDay } from "./note-slots";
import { createNoteWriter } from "./note-writer";
import type { Random } from "./random";

/** Writes the note of every conversation, in order of time, so that each customer's notes follow one another. */
export function writeNotes(random: Random, entries: readonly LogEntry[]): void {
  const write = createNoteWriter(random);
  const customersWhoBought = new Set<string>();
  const quotes = new Map<object, number>();
  const quoteOf = (deal: object) => {
    const quote = quotes.get(deal) ?? quotes.size + 1;
    quotes.set(deal, quote);
    return quote;
  };
  const invoiceOf = (quote: number) => `INV ${20000 + ((quote * 61) % 9000)}`;

  for (const entry of entries) {
    const { customer, deal, step, lot } = entry;
    const ordered = deal?.steps.find(({ stage }) => stage === "Won");
    const shownStep = step ?? ordered;
    const about = deal && shownStep ? dealSlots(deal, shownStep, quoteOf(deal)) : {};
    const orderKnown = ordered !== undefined && ordered.on <= entry.on;
    const slots = {
      ...about,
      ...customerSlots(customer, entry.contact.first, lot),
      order: orderKnown ? about.order : undefined,
      invoice: deal && orderKnown ? invoiceOf(quoteOf(deal)) : undefined,
      short: lot.group !== "contract" && lot.quantity > 8 ? String(random.between(2, 6)) : undefined,
      monthly: monthlySpend(random, customer.kind),
      when: entry.followUpOn ? spokenDay(entry.followUpOn, entry.on) : undefined,
    };
    entry.note = write({
      occasion: entry.occasion,
      how: entry.how,
      group: lot.group,
      bought: customersWhoBought.has(customer.name),
      customer: customer.name,
      talkative: entry.heldBy.talkative,
      terse: entry.heldBy.terse,
      slots,
    });
    if (entry.stage === "Won") customersWhoBought.add(customer.name);
  }
}
