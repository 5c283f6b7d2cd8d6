import type { Outcome } from "@/lib/pipeline/outcome";

/** The demo team's pipeline in its order. No colour = the outcome's own. */
export const demoStages = [
  {
    name: "Contact made",
    outcome: "open",
    color: "#64748b",
    description: "We have spoken with someone who buys or influences buying.",
  },
  {
    name: "Qualified",
    outcome: "open",
    color: "#0284c7",
    description: "We know the sizes, the volumes, who decides and that the account can be opened.",
  },
  {
    name: "Demo given",
    outcome: "open",
    color: "#6366f1",
    description: "A trial set is fitted, a sample is on the shelf or the battery tester was shown.",
  },
  {
    name: "Proposal sent",
    outcome: "open",
    color: "#8b5cf6",
    description: "A written quote with prices, terms and delivery is with the customer.",
  },
  {
    name: "Negotiation",
    outcome: "open",
    color: "#c2410c",
    description: "They want to buy; price, terms or delivery is being settled.",
  },
  { name: "Won", outcome: "won", color: "", description: "An order number or a signed quote is in." },
  { name: "Lost", outcome: "lost", color: "", description: "They decided for someone else, or not to buy." },
  {
    name: "Lost on price",
    outcome: "lost",
    color: "",
    description: "A competitor was cheaper and we chose not to follow.",
  },
  {
    name: "Cancelled",
    outcome: "lost",
    color: "",
    description: "They had ordered and withdrew before delivery.",
  },
] as const satisfies readonly { name: string; outcome: Outcome; color: string; description: string }[];

export type DemoStage = (typeof demoStages)[number]["name"];
