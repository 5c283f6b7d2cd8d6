import type { CustomerContext } from "./customer-context";

/**
 * The deal an address asks for, as the form's field says it: "" where it is not one of the customer's, or the
 * conversation joins it anyway.
 */
export function askedDeal(context: CustomerContext | undefined, asked: string): string {
  const deal = context?.deals.find(({ id }) => String(id) === asked);
  const preview = context?.preview;
  const isJoined = preview?.act === "join" && preview.dealId === deal?.id;
  return deal && !isJoined ? asked : "";
}
