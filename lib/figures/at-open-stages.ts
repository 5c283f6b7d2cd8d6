import type { Outcome } from "@/lib/pipeline/outcome";

/**
 * Customers whose last sales conversation stands at an open stage, from the grid's totals by stage.
 *
 * Example: 3 at Demo (open), 2 at Offer (open) and 4 at Won are 5.
 */
export function atOpenStages(totals: readonly { stage: { outcome: Outcome }; customers: number }[]): number {
  return totals.reduce((sum, { stage, customers }) => (stage.outcome === "open" ? sum + customers : sum), 0);
}
