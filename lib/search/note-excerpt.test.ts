import { expect, test } from "vitest";
import { noteExcerpt } from "./note-excerpt";

test("a note without spaces is cut between two characters, never within an emoji", () => {
  const shown = noteExcerpt(`x${"👍🏽".repeat(60)}`, "quote");
  expect(shown).toEqual([{ text: `x${"👍🏽".repeat(39)} …`, isHit: false }]);
});
