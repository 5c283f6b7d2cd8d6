import type { CustomerContext } from "@/lib/log/customer-context";
import { anotherOne } from "@/lib/log/log-values";
import { withChosen } from "./with-chosen";

const ruleInWords = "The open deal, or else a new one";

/**
 * The deals a sale can be put on, and in words the one it goes to: by the rule where nothing is chosen.
 *
 * @param context null: nothing is known of the customer, as where there is no connection; it may have deals.
 * @param isNewCustomer nobody knows the customer yet, so it has no deal.
 * @param chosen the option that is chosen; a deal that is chosen is among the options also where it is not known.
 */
export function dealOptions({
  context,
  isNewCustomer,
  currentDealId,
  chosen,
}: {
  context: CustomerContext | null;
  isNewCustomer: boolean;
  currentDealId: number | null;
  chosen: string;
}) {
  const deals = context?.deals ?? [];
  const labelOf = (id: number) => deals.find((deal) => deal.id === id)?.label ?? "the deal that comes next";
  const preview = context?.preview ?? null;
  const isInDoubt = currentDealId === null && preview?.act === "ask";
  const hasNoDeal = isNewCustomer || context?.deals.length === 0;
  const rule =
    currentDealId !== null
      ? `Stays on: ${labelOf(currentDealId)}`
      : preview?.act === "join"
        ? `On: ${labelOf(preview.dealId)}`
        : preview?.act === "new" || hasNoDeal
          ? "A new deal"
          : ruleInWords;
  const suggested = currentDealId ?? (preview && preview.act !== "new" ? preview.dealId : null);
  const others = deals
    .filter(({ id }) => isInDoubt || id !== suggested || String(id) === chosen)
    .map(({ id, label }) => ({ value: String(id), label }));
  const isNewByRule = currentDealId === null && rule === "A new deal";
  const chosenDeal = chosen === anotherOne || chosen === "named" ? "" : chosen;
  const options = [
    ...(isInDoubt ? [] : [{ value: isNewByRule && chosen === anotherOne ? anotherOne : "", label: rule }]),
    ...(isNewByRule ? [] : [{ value: anotherOne, label: isInDoubt ? "A new sale" : "A new deal" }]),
    ...withChosen(others, chosenDeal, "The deal chosen before"),
    { value: "named", label: "A deal of this name" },
  ];
  return { isInDoubt, said: options.find(({ value }) => value === chosen)?.label, options };
}
