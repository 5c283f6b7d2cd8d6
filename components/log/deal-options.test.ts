import { expect, test } from "vitest";
import type { CustomerContext } from "@/lib/log/customer-context";
import { dealOptions } from "./deal-options";

const customer = { customerId: 1, customer: "Acacia", contacts: [], deals: [], preview: null };
const fleet = { id: 7, label: "Fleet tyres, Demo given", isOpen: true };

function labels(context: CustomerContext | null, { isNewCustomer = false } = {}): string[] {
  return dealOptions({ context, isNewCustomer, currentDealId: null }).options.map(({ label }) => label);
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
