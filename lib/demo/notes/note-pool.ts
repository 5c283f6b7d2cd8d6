/**
 * What people write of one sort of conversation: a head, perhaps a tail, and, where a follow-up is promised,
 * perhaps a next step. `{slot}`s are filled from the deal; a sentence is used only where all its slots are
 * known. A leading `[Visit,battery]` keeps a sentence to those channels or groups of products.
 */
export type NotePool = {
  heads: readonly string[];
  tails: readonly string[];
  next: readonly string[];
};
