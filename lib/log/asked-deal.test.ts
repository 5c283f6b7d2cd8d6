import { expect, test } from "vitest";
import { askedDeal } from "./asked-deal";
import type { CustomerContext } from "./customer-context";

const context: CustomerContext = {
  customerId: 1,
  customer: "A",
  contacts: [],
  deals: [
    { id: 7, label: "x" },
    { id: 8, label: "y" },
  ],
  preview: { act: "join", dealId: 8 },
};

test("the deal of an address is chosen where it is the customer's and not the one that is joined anyway", () => {
  expect(askedDeal(context, "7")).toBe("7");
  expect(askedDeal(context, "8")).toBe("");
  expect(askedDeal({ ...context, preview: null }, "8")).toBe("8");
  expect(askedDeal(context, "9")).toBe("");
  expect(askedDeal(undefined, "7")).toBe("");
});
