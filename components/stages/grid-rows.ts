import type { Route } from "next";
import { customerAddress } from "@/lib/customers/customer-address";
import type { GridItem } from "@/lib/figures/grid";
import type { OpenPromise } from "@/lib/follow-ups/read-open-promises";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { Outcome } from "@/lib/pipeline/outcome";

/** A row of the grid as finished strings; "" where there is nothing to show. */
export type StageGridRow = {
  key: number;
  /** Where the customer is read of; null: nowhere. */
  href: Route | null;
  stage: string;
  color: string | null;
  outcome: Outcome;
  customer: string;
  withWhom: string;
  salesperson: string;
  date: string;
  how: string;
  about: string;
  note: string;
  isCorrected: boolean;
  deal: string;
  amount: string;
  daysInStage: string;
  followUp: string;
  /** What has become of it as of T; "": it is to come on its day, nothing was promised, or it is not told. */
  followUpState: "" | "done" | "overdue" | "snoozed";
  daysBeforePipeline: string;
};

type Told = {
  /** What is promised and not done, by the conversation; null: what became of a follow-up is not told. */
  openPromises: ReadonlyMap<number, OpenPromise> | null;
  isShared?: boolean;
};

/** The grid's rows, written as the team writes; outside the team they lead nowhere. */
export function stageGridRows(
  items: readonly GridItem[],
  formats: TeamFormats,
  { openPromises, isShared = false }: Told,
): StageGridRow[] {
  const { count, money, date } = formats;
  const stateOf = ({ conversationId, followUpOn }: GridItem) => {
    if (!openPromises || followUpOn === null) return "";
    const open = openPromises.get(conversationId);
    if (!open) return "done";
    if (open.isOverdue) return "overdue";
    return open.on === followUpOn ? "" : "snoozed";
  };
  return items.map((item) => ({
    key: item.customerId,
    href: isShared ? null : customerAddress(item.customerId),
    stage: item.stage.name,
    color: item.stage.color,
    outcome: item.stage.outcome,
    customer: item.customer,
    withWhom: item.withWhom ?? "",
    salesperson: item.salesperson,
    date: date(item.occurredOn),
    how: item.how ?? "",
    about: item.about ?? "",
    note: item.note,
    isCorrected: item.isCorrected,
    deal: item.deal ?? "",
    amount: money(item.amount),
    daysInStage: count(item.daysInStage),
    followUp: date(item.followUpOn),
    followUpState: stateOf(item),
    daysBeforePipeline: item.daysBeforePipeline === null ? "–" : count(item.daysBeforePipeline),
  }));
}
