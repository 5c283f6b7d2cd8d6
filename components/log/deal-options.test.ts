import { expect, test } from "vitest";
import type { CustomerContext } from "@/lib/log/customer-context";
import { dealOptions } from "./deal-options";

const customer = { customerId: 1, customer: "Acacia", contacts: [], deals: [], preview: null };
const fleet = { id: 7, label: "Fleet tyres, Demo given", isOpen: true };

function labels(context: CustomerContext | null, { isNewCustomer = false, chosen = "" } = {}): string[] {
  return dealOptions({ context, isNewCustomer, currentDealId: null, chosen }).options.map(
    ({ label }) => label,
  );
}

test("where nothing is known of a customer it may have an open deal, and a new one can be forced", () => {
  expect(labels(null)).toEqual(["The open deal, or else a new one", "A new deal", "A deal of this name"]);
});

test("a customer without a deal, or whom nobody knows yet, gets a new one", () => {
  expect(labels(customer)).toEqual(["A new deal", "A deal of this name"]);
  expect(labels(null, { isNewCustomer: true })).toEqual(["A new deal", "A deal of this name"]);
});

test("the deal that would be joined is told first, the others can be chosen", () => {
  const context = { ...customer, deals: [fleet, { id: 8, label: "Rims, Won", isOpen: false }] };
  expect(labels({ ...context, preview: { act: "join", dealId: 7 } })).toEqual([
    "On: Fleet tyres, Demo given",
    "A new deal",
    "Rims, Won",
    "A deal of this name",
  ]);
  expect(labels({ ...context, preview: { act: "ask", dealId: 7 } })).toEqual([
    "A new sale",
    "Fleet tyres, Demo given",
    "Rims, Won",
    "A deal of this name",
  ]);
});

test("a deal that is chosen is offered also where nothing is known of it, or it would be joined anyway", () => {
  expect(labels(null, { chosen: "7" })).toContain("The deal chosen before");
  const joined = { ...customer, deals: [fleet], preview: { act: "join" as const, dealId: 7 } };
  expect(labels(joined, { chosen: "7" })).toEqual([
    "On: Fleet tyres, Demo given",
    "A new deal",
    "Fleet tyres, Demo given",
    "A deal of this name",
  ]);
});

test("what is said of the deal is what is chosen, else what the rule makes of it", () => {
  const context = { ...customer, deals: [fleet], preview: { act: "new" as const } };
  const said = (chosen: string) =>
    dealOptions({ context, isNewCustomer: false, currentDealId: null, chosen }).said;
  expect(["", "new", "7", "named"].map(said)).toEqual([
    "A new deal",
    "A new deal",
    "Fleet tyres, Demo given",
    "A deal of this name",
  ]);
});

test("a new deal that was asked for stays chosen where the rule would make one anyway", () => {
  const { options } = dealOptions({
    context: customer,
    isNewCustomer: false,
    currentDealId: null,
    chosen: "new",
  });
  expect(options).toEqual([
    { value: "new", label: "A new deal" },
    { value: "named", label: "A deal of this name" },
  ]);
});
