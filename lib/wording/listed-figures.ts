import type { ListedFigure } from "@/db/queries/deal-list";

/** What the deals behind a figure are called. */
export const listedFigureNames: Record<ListedFigure, string> = {
  "in-pipeline": "Deals in pipeline",
  won: "Deals won",
  lost: "Deals lost",
  closed: "Deals won or lost",
  opened: "Deals opened",
  converted: "Deals opened and won",
  "new-prospects": "New prospects by their first deal",
};
