import fc from "fast-check";
import { expect, test } from "vitest";
import { type DealTalk, isDealInDoubt, joinDeal } from "./joining";
import { outcomes } from "./outcome";

const talks = (...list: [dealId: number, outcome: DealTalk["outcome"]][]): DealTalk[] =>
  list.map(([dealId, outcome]) => ({ dealId, outcome }));
const open = { outcome: "open", hasAmount: false } as const;
const won = { outcome: "won", hasAmount: false } as const;
const wonWithAmount = { outcome: "won", hasAmount: true } as const;
const lost = { outcome: "lost", hasAmount: true } as const;

test("the first of a customer makes a deal, whatever its stage", () => {
  for (const next of [open, won, wonWithAmount, lost]) expect(joinDeal([], [], next)).toBe("new");
});

test("a late entry before all others joins the next one", () => {
  expect(joinDeal([], talks([7, "won"], [8, "open"]), open)).toBe(7);
});

test("an open stage joins the open deal talked about last, and makes one when none is open", () => {
  expect(joinDeal(talks([1, "open"], [2, "open"], [1, "open"]), [], open)).toBe(1);
  expect(joinDeal(talks([1, "open"], [2, "open"], [2, "lost"]), [], open)).toBe(1);
  expect(joinDeal(talks([1, "won"]), [], open)).toBe("new");
});

test("a closing stage closes the open deal talked about last", () => {
  expect(joinDeal(talks([1, "won"], [2, "open"]), [], lost)).toBe(2);
  expect(joinDeal(talks([1, "won"], [2, "open"]), [], wonWithAmount)).toBe(2);
});

test("with none open: Won with an amount is a repeat order, a thank-you call and a cancellation join the last deal", () => {
  expect(joinDeal(talks([1, "won"]), [], wonWithAmount)).toBe("new");
  expect(joinDeal(talks([1, "won"], [2, "won"]), [], won)).toBe(2);
  expect(joinDeal(talks([1, "won"]), [], lost)).toBe(1);
});

test("a deal that was closed and reopened is open", () => {
  expect(joinDeal(talks([1, "won"], [1, "open"], [2, "lost"]), [], open)).toBe(1);
});

test("only a deal of the customer is ever joined, an open one whenever there is one before", () => {
  const talk = fc.record({ dealId: fc.integer({ min: 1, max: 4 }), outcome: fc.constantFrom(...outcomes) });
  const next = fc.record({ outcome: fc.constantFrom(...outcomes), hasAmount: fc.boolean() });
  fc.assert(
    fc.property(fc.array(talk), fc.array(talk), next, (earlier, later, asked) => {
      const joined = joinDeal(earlier, later, asked);
      const last = new Map(earlier.map(({ dealId, outcome }) => [dealId, outcome]));
      const anyOpen = [...last.values()].includes("open");
      if (joined === "new") expect(anyOpen).toBe(false);
      else expect([...earlier, ...later].map(({ dealId }) => dealId)).toContain(joined);
      if (anyOpen && joined !== "new") expect(last.get(joined)).toBe("open");
    }),
  );
});

test("a person is asked which deal when a sale closes, there were deals before and none of them is open", () => {
  expect(isDealInDoubt(talks([1, "won"]), [], wonWithAmount)).toBe(true);
  expect(isDealInDoubt(talks([1, "won"], [2, "lost"]), [], lost)).toBe(true);
  expect(isDealInDoubt(talks([1, "won"]), [], open)).toBe(false);
  expect(isDealInDoubt(talks([1, "won"], [2, "open"]), [], won)).toBe(false);
  expect(isDealInDoubt([], talks([1, "won"]), won)).toBe(false);
  expect(isDealInDoubt([], [], won)).toBe(false);
});
