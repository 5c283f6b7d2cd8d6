import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetReached, keepReached, readReached } from "./reached-contact";

const at = Date.parse("2026-06-30T12:00:00Z");
const minute = 60_000;
const reached = { memberId: 7, how: "call", customer: "1", contact: "2", name: "Zanele", at };

// What a tab keeps, where there is no tab.
beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
    removeItem: (key: string) => held.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("who called is offered to log it for two hours, and nobody who signs in after them", () => {
  keepReached(reached);
  expect(readReached(7, at + 119 * minute)).toEqual(reached);
  expect(readReached(7, at + 120 * minute)).toBeNull();
  expect(readReached(8, at + minute)).toBeNull();
});

test("whom an earlier version kept without saying whose it is, is offered to nobody", () => {
  const { memberId: _, ...without } = reached;
  sessionStorage.setItem("pipelog-reached", JSON.stringify(without));
  expect(readReached(7, at + minute)).toBeNull();
});

test("it is forgotten with the session", () => {
  keepReached(reached);
  forgetReached();
  expect(readReached(7, at + minute)).toBeNull();
});
