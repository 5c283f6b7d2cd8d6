import type { ListedDeal } from "@/db/queries/deal-list";
import type { TeamFormats } from "@/lib/format/team-formats";
import { dealCalled } from "@/lib/log/deal-called";
import { daysBetween } from "@/lib/pipeline/local-date";

/** A deal of a list as finished strings; "" where there is nothing to show. */
export function dealRow(deal: ListedDeal, formats: TeamFormats) {
  const { money, date, count } = formats;
  const { dealId, customerId, customer, stage, stageColor, outcome, salesperson, openedOn, closedOn } = deal;
  return {
    key: dealId,
    customerId,
    customer,
    deal: dealCalled({ name: deal.deal, openedOn }, formats),
    stage,
    color: stageColor,
    outcome,
    salesperson,
    amount: money(deal.amount),
    opened: date(openedOn),
    closed: closedOn === null ? "" : date(closedOn),
    daysToClose: closedOn === null ? "" : count(daysBetween(openedOn, closedOn)),
  };
}

export type DealRow = ReturnType<typeof dealRow>;
