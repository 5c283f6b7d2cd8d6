import type { Route } from "next";
import type { ListedFigure } from "@/db/queries/deal-list";
import { type AddressParams, pageAddress } from "@/lib/page-address";

/** The way from a figure to the deals it was counted from, with the filter of the address. */
export function dealsLink(figure: ListedFigure, params: AddressParams): { href: Route; label: string } {
  return { href: pageAddress("/deals", { ...params, figure }), label: "See deals" };
}
