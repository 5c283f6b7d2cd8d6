import { expect, test } from "vitest";
import { isJustDone } from "./is-just-done";

const newest = { key: 3, byId: 7, at: new Date("2026-06-30T12:00:00Z") };
const asking = { doneParam: "3", memberId: 7, now: new Date("2026-06-30T12:10:00Z") };

test("what was done says so to whoever did it, for ten minutes", () => {
  expect(isJustDone(newest, asking)).toBe(true);
  expect(isJustDone(newest, { ...asking, now: new Date("2026-06-30T12:10:01Z") })).toBe(false);
  expect(isJustDone(newest, { ...asking, doneParam: "2" })).toBe(false);
  expect(isJustDone(newest, { ...asking, doneParam: "" })).toBe(false);
  expect(isJustDone(newest, { ...asking, memberId: 8 })).toBe(false);
});
