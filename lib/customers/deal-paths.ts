import type { CustomerDeal, CustomerSpan } from "@/db/queries/customer-deals";
import { groupBy } from "@/lib/pipeline/group-by";
import { daysBetween, type LocalDate } from "@/lib/pipeline/local-date";

/** One stay of a deal at a stage: how many whole local days it lasted, or lasts by now. */
export type DealStep = Pick<CustomerSpan, "number" | "stage" | "stageColor" | "outcome" | "enteredOn"> & {
  days: number;
  isCurrent: boolean;
};

export type DealPath = CustomerDeal & { steps: DealStep[] };

/** The deals with their path through the stages as of a day, each stay with its days. */
export function dealPaths(
  deals: readonly CustomerDeal[],
  spans: readonly CustomerSpan[],
  to: LocalDate,
): DealPath[] {
  const steps = groupBy(
    spans.filter(({ enteredOn }) => enteredOn <= to),
    ({ dealId }) => dealId,
  );
  return deals.map((deal) => ({
    ...deal,
    steps: (steps.get(deal.id) ?? []).map(({ leftOn, dealId, ...span }) => {
      const isCurrent = leftOn === null || leftOn > to;
      return { ...span, isCurrent, days: daysBetween(span.enteredOn, isCurrent ? to : leftOn) };
    }),
  }));
}
