import { type GridSort, gridSorts } from "@/db/queries/grid";
import { type AddressParams, pageAddress } from "@/lib/page-address";
import { gridColumns } from "./grid-columns";
import type { SortLink } from "./grid-heading";

/**
 * For each column the link that puts the grid in its order; the one that is on turns its order round.
 *
 * @param params the filter of the address; null: the order is fixed, and no heading is a link.
 */
export function sortLinks(
  params: AddressParams | null,
  { sort, descending }: { sort: GridSort; descending: boolean },
): Record<GridSort, SortLink> {
  const links = gridSorts.map((name) => {
    const { label, startsDescending } = gridColumns[name];
    const isOn = name === sort;
    const goesDown = isOn ? !descending : startsDescending;
    const value = name === "stage" && !goesDown ? null : `${goesDown ? "-" : ""}${name}`;
    const direction = isOn ? (descending ? ("descending" as const) : ("ascending" as const)) : null;
    const href = params && pageAddress("/stages", { ...params, sort: value, cursor: null });
    return [name, { label, direction, href }];
  });
  return Object.fromEntries(links) as Record<GridSort, SortLink>;
}
