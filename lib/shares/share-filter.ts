import { z } from "zod";
import { type GridSort, gridSorts } from "@/db/queries/grid";
import type { ViewFilter } from "@/lib/figures/overview-view";
import type { LocalDate } from "@/lib/pipeline/local-date";
import {
  isCalendarPeriod,
  type Period,
  type PeriodPreset,
  periodPresets,
  previousPeriod,
  resolvePreset,
} from "@/lib/pipeline/period";

/**
 * The filter that is fixed on the server when a link is made. Ids rather than what an address says, so that a
 * salesperson or stage that is gone later leaves nothing to see instead of everything.
 */
const shareFilterSchema = z.object({
  /**
   * A preset, which a live link resolves against today. Beside `from`, which says where the period begins, a
   * calendar one that the dates stood for: by it they are compared as long as they are what it names.
   */
  preset: z.enum(periodPresets).nullable(),
  from: z.string().nullable(),
  /** The day the link is frozen at; null: it is live, as of today. */
  day: z.string().nullable(),
  salespersonId: z.number().nullable(),
  stageId: z.number().nullable(),
  search: z.string(),
  sort: z.enum(gridSorts),
  descending: z.boolean(),
});

export type ShareFilter = z.output<typeof shareFilterSchema>;

/** A live view with nothing narrowed. */
export const wholeView: ShareFilter = {
  preset: "all",
  from: null,
  day: null,
  salespersonId: null,
  stageId: null,
  search: "",
  sort: "stage",
  descending: false,
};

/** What a link shows, asked today. */
export type SharedFilter = ViewFilter & {
  preset: PeriodPreset | null;
  isFrozen: boolean;
  grid: { stageId: number | null; search: string; sort: GridSort; descending: boolean };
};

function comparedAs({ preset, from }: Pick<ShareFilter, "preset" | "from">, period: Period) {
  if (from === null || preset === null) return preset;
  return isCalendarPeriod(preset, period) ? preset : null;
}

/**
 * The filter of a link as of today, or as of the day it is frozen at. No day lies after today, also when the
 * team has moved to another time zone meanwhile.
 */
export function readShareFilter(stored: unknown, today: LocalDate): SharedFilter {
  const { preset, from: begins, day, salespersonId, stageId, ...grid } = shareFilterSchema.parse(stored);
  const to = day !== null && day < today ? day : today;
  const from = begins !== null && begins > to ? to : begins;
  const period = from === null ? resolvePreset(preset ?? "all", to) : { from, to };
  const before = previousPeriod(period, comparedAs({ preset, from }, period));
  return {
    filter: { ...period, salespersonId },
    previous: before && { ...before, salespersonId },
    preset: from === null ? preset : null,
    isFrozen: day !== null,
    grid: { stageId, ...grid },
  };
}
