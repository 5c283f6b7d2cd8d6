import type { Route } from "next";
import type { ListedFigure } from "@/db/queries/deal-list";
import { type AddressParams, pageAddress } from "@/lib/page-address";

/** The way from a figure to the deals it was counted from, with the filter of the address; without one there is none. */
export function dealsLink(
  figure: ListedFigure,
  params: AddressParams | null,
): { href: Route; label: string } | undefined {
  return params ? { href: pageAddress("/deals", { ...params, figure }), label: "See deals" } : undefined;
}
