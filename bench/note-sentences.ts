import { priceNotes, termsNotes } from "@/lib/demo/notes/negotiation-notes";
import { chaseNotes, demoNotes, proposalNotes } from "@/lib/demo/notes/proposal-notes";
import { contactAgainNotes, firstContactNotes, qualifiedNotes } from "@/lib/demo/notes/prospecting-notes";
import {
  accountNotes,
  deliveryNotes,
  stockNotes,
  supportNotes,
  warrantyNotes,
} from "@/lib/demo/notes/service-notes";

/** Sentences that people write in notes, with slots. */
export const noteSentences = [
  priceNotes,
  termsNotes,
  chaseNotes,
  demoNotes,
  proposalNotes,
  contactAgainNotes,
  firstContactNotes,
  qualifiedNotes,
  accountNotes,
  deliveryNotes,
  stockNotes,
  supportNotes,
  warrantyNotes,
].flatMap(({ heads, tails, next }) => [...heads, ...tails, ...next]);
