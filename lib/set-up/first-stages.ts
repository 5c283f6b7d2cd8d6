import type { Outcome } from "@/lib/pipeline/outcome";

/** The pipeline of a new team, in order; it is the team's to change. */
export const firstStages: readonly { name: string; outcome: Outcome }[] = [
  { name: "Contact made", outcome: "open" },
  { name: "Qualified", outcome: "open" },
  { name: "Demo given", outcome: "open" },
  { name: "Proposal sent", outcome: "open" },
  { name: "Negotiation", outcome: "open" },
  { name: "Won", outcome: "won" },
  { name: "Lost", outcome: "lost" },
  { name: "Cancelled", outcome: "lost" },
];
