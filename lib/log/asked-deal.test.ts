import { expect, test } from "vitest";
import { askedDeal } from "./asked-deal";
import type { CustomerContext } from "./customer-context";

const context: CustomerContext = {
  customerId: 1,
  customer: "A",
  contacts: [],
  deals: [
    { id: 7, label: "x", isOpen: true },
    { id: 8, label: "y", isOpen: true },
    { id: 9, label: "z", isOpen: false },
  ],
  preview: { act: "join", dealId: 8 },
};
const named = (deal: string) => ({ named: deal, followedUpId: null });
const following = (followedUpId: number | null) => ({ named: "", followedUpId });

test("the deal of an address is chosen where it is the customer's and not the one that is joined anyway", () => {
  expect(askedDeal(context, named("7"))).toBe("7");
  expect(askedDeal(context, named("8"))).toBe("");
  expect(askedDeal({ ...context, preview: null }, named("8"))).toBe("8");
  expect(askedDeal(context, named("9"))).toBe("9");
  expect(askedDeal(context, named("10"))).toBe("");
  expect(askedDeal(undefined, named("7"))).toBe("");
});

test("a follow-up begins with the deal it follows up on, as long as that is open", () => {
  expect(askedDeal(context, following(7))).toBe("7");
  expect(askedDeal(context, following(8))).toBe("");
  expect(askedDeal(context, following(9))).toBe("");
  expect(askedDeal(context, following(null))).toBe("");
  expect(askedDeal(context, { named: "8", followedUpId: 7 })).toBe("");
});
