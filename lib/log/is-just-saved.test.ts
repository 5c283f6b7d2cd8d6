import { expect, test } from "vitest";
import { isJustSaved } from "./is-just-saved";

const newest = { version: 3, savedById: 7, savedAt: new Date("2026-06-30T12:00:00Z") };
const asking = { savedParam: "3", memberId: 7, now: new Date("2026-06-30T12:10:00Z") };

test("what was saved says so to whoever saved it, for ten minutes", () => {
  expect(isJustSaved(newest, asking)).toBe(true);
  expect(isJustSaved(newest, { ...asking, now: new Date("2026-06-30T12:10:01Z") })).toBe(false);
  expect(isJustSaved(newest, { ...asking, savedParam: "2" })).toBe(false);
  expect(isJustSaved(newest, { ...asking, savedParam: "" })).toBe(false);
  expect(isJustSaved(newest, { ...asking, memberId: 8 })).toBe(false);
});
