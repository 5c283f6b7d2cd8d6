import type { GridSort } from "@/db/queries/grid";

/** The grid's columns as they can be put in order: what they are called, and whether the most comes first. */
export const gridColumns: Record<GridSort, { label: string; startsDescending: boolean }> = {
  stage: { label: "Stage", startsDescending: false },
  customer: { label: "Customer", startsDescending: false },
  "with-whom": { label: "With whom", startsDescending: false },
  salesperson: { label: "Salesperson", startsDescending: false },
  date: { label: "Date", startsDescending: true },
  how: { label: "How", startsDescending: false },
  about: { label: "About", startsDescending: false },
  amount: { label: "Amount", startsDescending: true },
  "days-in-stage": { label: "Days in stage", startsDescending: true },
  "follow-up": { label: "Follow-up", startsDescending: false },
  "days-before-pipeline": { label: "Days before pipeline", startsDescending: true },
};
