import { filtersInWords } from "@/components/filters/filters-in-words";
import type { ListedShareLink } from "@/db/queries/share-links";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { readShareFilter } from "@/lib/shares/share-filter";
import { inOneLine } from "@/lib/wording/in-one-line";
import { sharedViews } from "@/lib/wording/share-parts";

/** What a link shows, to its makers: view, filter and masks in a few words. */
export function linkInWords(
  link: ListedShareLink,
  {
    names,
    today,
    formats,
  }: {
    names: { people: Map<number, string>; stages: Map<number, string> };
    today: LocalDate;
    formats: TeamFormats;
  },
): string {
  const { filter, preset, isFrozen, grid } = readShareFilter(link.filter, today);
  const salesperson =
    filter.salespersonId === null ? null : (names.people.get(filter.salespersonId) ?? "somebody");
  const [period, asOf] = filtersInWords({ filter, preset, salesperson }, formats);
  return inOneLine([
    sharedViews[link.view].name,
    isFrozen ? `frozen at ${asOf?.value}` : "live",
    period?.value,
    salesperson,
    grid.stageId === null ? null : `stage ${names.stages.get(grid.stageId) ?? "that is gone"}`,
    grid.search === "" ? null : `search “${grid.search}”`,
    link.view !== "stages" ? null : link.customersMasked ? "customers masked" : "customers’ names show",
    link.salespeopleByInitials ? "initials" : null,
    link.amountsHidden ? "amounts hidden" : null,
    link.hasPassphrase ? "passphrase" : null,
  ]);
}
