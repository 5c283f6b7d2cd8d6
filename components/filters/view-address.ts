import type { Route } from "next";
import type { PageFilter } from "@/lib/figures/page-filter";
import { type AddressParams, pageAddress } from "@/lib/page-address";
import { isCalendarPeriod } from "@/lib/pipeline/period";
import { pickParams, type SearchParams } from "@/lib/search-params";

/** What a view's address says, for its links and forms to carry on. */
export type ViewAddress = {
  path: "/" | "/stages" | "/analysis" | "/deals" | "/follow-ups/statistics";
  params: AddressParams;
};

/** The parameters of a view by name, in one order, so that equal views have equal addresses. */
export function viewAddress(
  path: ViewAddress["path"],
  searchParams: SearchParams,
  own: readonly string[] = [],
): ViewAddress {
  const names = ["period", "from", "to", "salesperson", ...own];
  return { path, params: pickParams(searchParams, names) };
}

/** The address of this very view with absolute dates: it shows the same, comparisons included, on any later day. */
export function absoluteAddress(
  { path, params }: ViewAddress,
  { filter, comparedAs }: Pick<PageFilter, "filter" | "comparedAs">,
): Route {
  const period = comparedAs && isCalendarPeriod(comparedAs, filter) ? comparedAs : null;
  return pageAddress(path, { ...params, ...{ period, from: filter.from, to: filter.to }, cursor: null });
}
