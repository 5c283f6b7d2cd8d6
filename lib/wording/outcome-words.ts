import type { Outcome } from "@/lib/pipeline/outcome";

/** What an outcome says of a deal whose last conversation is at the stage. */
export const outcomeWords: Record<Outcome, { name: string; means: string }> = {
  open: { name: "Open", means: "The deal is still in the pipeline." },
  won: { name: "Won", means: "The customer bought: the deal counts in Won." },
  lost: { name: "Lost", means: "The deal ended without a sale: it counts in Lost." },
};
