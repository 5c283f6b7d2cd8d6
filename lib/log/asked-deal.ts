import type { CustomerContext } from "./customer-context";

type Asked = {
  /** The deal's id as the address says it; "": it names none. */
  named: string;
  /** The deal of the conversation that is followed up on. */
  followedUpId: number | null;
};

/**
 * The deal a form begins with, as its field says it: the one its address names, else the one that is followed up on
 * as long as it is open; "" where it is not one of the customer's, or the conversation joins it anyway.
 *
 * Example: a proposal of deal x, then a demo of deal y; the follow-up on the proposal begins with x, though without
 * a word it would join y, which was talked about last.
 */
export function askedDeal(context: CustomerContext | undefined, { named, followedUpId }: Asked): string {
  const deal = context?.deals.find(({ id, isOpen }) =>
    named === "" ? isOpen && id === followedUpId : String(id) === named,
  );
  const preview = context?.preview;
  const isJoined = preview?.act === "join" && preview.dealId === deal?.id;
  return deal && !isJoined ? String(deal.id) : "";
}
