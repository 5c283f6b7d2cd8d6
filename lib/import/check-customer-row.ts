import type { LocalDate } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { nameKey } from "@/lib/pipeline/name-key";
import { openedOnProblem } from "@/lib/pipeline/opened-on";
import { type Complain, checkDay, checkStorable, checkText, type Problem } from "./cell-checks";
import type { Cells, Columns } from "./heading";

export type CustomerColumn = "customer" | "opened_on";

/** The columns of a customers file. */
export const customerColumns: Columns<CustomerColumn> = {
  required: ["customer"],
  optional: ["opened_on"],
  names: ["customer"],
};

/** A row of a customers file that stands on its own, as it is staged. */
type CustomerRow = { customer: string; customer_key: string; opened_on: LocalDate | null };

/** Checks one row of a customers file as far as it can be judged on its own; `today` is the team's. */
export function checkCustomerRow(cells: Cells<CustomerColumn>, today: LocalDate): CustomerRow | Problem[] {
  const problems: Problem[] = [];
  const complain: Complain = (column, reason) => problems.push({ column, reason });
  const customer = checkText("customer", cells.customer, longest.name, complain);
  if (customer === null) complain("customer", "The customer is missing.");
  else checkStorable({ customer }, complain);
  const openedOn = checkDay("opened_on", cells.opened_on, complain);
  const ahead = openedOnProblem(openedOn, today);
  if (ahead) complain("opened_on", ahead);
  if (problems.length > 0 || customer === null) return problems;
  return { customer, customer_key: nameKey(customer), opened_on: openedOn };
}
