import type { Route } from "next";
import { pageAddress } from "@/lib/page-address";

/** A card that is moved: whose, and which of its deals. */
export type Moved = { customerId: number; dealId: number };

/** Moving a card is logging: the form that logs, with the customer, the deal and, once chosen, the stage. */
export function moveAddress({ customerId, dealId }: Moved, stageId?: number): Route {
  return pageAddress("/log", {
    customer: String(customerId),
    stage: stageId === undefined ? null : String(stageId),
    deal: String(dealId),
  });
}
