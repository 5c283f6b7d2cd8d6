import { expect, test } from "vitest";
import { cutText } from "./cut-text";

test.each([
  ["short", 5, "short"],
  ["longer", 5, "longe"],
  ["abc😀", 4, "abc"],
  ["abc😀", 5, "abc😀"],
  ["ab👍🏽", 5, "ab"],
  ["ab👍🏽c", 6, "ab👍🏽"],
  ["👩‍💻 at work", 3, ""],
  ["ne\u0301e", 2, "n"],
  ["🇿🇦🇿🇦", 6, "🇿🇦"],
])("of %j at most %i units are %j", (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});
