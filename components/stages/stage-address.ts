import type { Route } from "next";
import { type AddressParams, pageAddress } from "@/lib/page-address";

/**
 * Where the customers at a stage are: the grid narrowed to it, as of the day and for the salesperson that an
 * address says.
 *
 * @param stageId null: at any stage.
 */
export function stageAddress(params: AddressParams, stageId: number | null): Route {
  return pageAddress("/stages", {
    ...params,
    stage: stageId === null ? null : String(stageId),
    cursor: null,
  });
}
