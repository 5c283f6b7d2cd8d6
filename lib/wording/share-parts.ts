import type { ShareView } from "@/db/schema";

/** The views that can be shared: what each is called, its address here, and its parts, of which a link shows some. */
export const sharedViews = {
  overview: {
    name: "Overview",
    path: "/",
    parts: {
      headline: "Figures: in pipeline, won, lost, win rate, new prospects, time to close",
      pipeline: "Figures: pipeline value, deal size, conversion, velocity",
      "stage-charts": "Charts by stage",
      "month-charts": "Charts by month",
    },
  },
  stages: {
    name: "Stages",
    path: "/stages",
    parts: { totals: "Customers per stage", customers: "The list of customers" },
  },
  analysis: {
    name: "Analysis",
    path: "/analysis",
    parts: {
      conversations: "Sales conversations by stage",
      funnel: "Funnel",
      "time-in-stage": "Time in stage",
    },
  },
} as const satisfies Record<ShareView, { name: string; path: string; parts: Record<string, string> }>;

/** The parts of a view by which a link may be narrowed. */
export function partsOf(view: ShareView): string[] {
  return Object.keys(sharedViews[view].parts);
}
