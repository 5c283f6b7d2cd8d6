import type { PageFilter } from "@/lib/figures/page-filter";
import type { TeamFormats } from "@/lib/format/team-formats";
import { periodNames } from "@/lib/wording/period-names";
import type { FilterFact } from "./filter-facts";
import { periodInWords } from "./period-in-words";

type Filtered = Pick<PageFilter, "filter" | "preset"> & {
  /** Whose, as it may be said here; null: everybody's. */
  salesperson: string | null;
};

/** Period, as-of day and salesperson of a view in words. */
export function filtersInWords(
  { filter, preset, salesperson }: Filtered,
  formats: TeamFormats,
): FilterFact[] {
  const dates = periodInWords(filter, formats);
  return [
    { label: "Period", value: preset ? `${periodNames[preset]}, ${dates}` : dates },
    { label: "As of", value: formats.date(filter.to) },
    { label: "Salesperson", value: salesperson ?? "Everyone" },
  ];
}
