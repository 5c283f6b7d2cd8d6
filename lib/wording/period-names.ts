import type { PeriodPreset } from "@/lib/pipeline/period";

/** What the presets are called on screen. */
export const periodNames: Record<PeriodPreset, string> = {
  "this-month": "This month",
  "last-month": "Last month",
  "this-quarter": "This quarter",
  "last-quarter": "Last quarter",
  "this-year": "This year",
  "last-year": "Last year",
  "last-30-days": "Last 30 days",
  "last-90-days": "Last 90 days",
  "last-12-months": "Last 12 months",
  all: "All time",
};
