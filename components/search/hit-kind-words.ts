import type { HitKind } from "@/lib/search/search-everything";

/** What the kinds of things that are found are called. */
export const hitKindWords: Record<HitKind, string> = {
  customer: "Customers",
  contact: "Contacts",
  deal: "Deals",
  action: "Actions",
  page: "Pages",
  note: "Notes",
  stage: "Stages",
  person: "Team",
};
