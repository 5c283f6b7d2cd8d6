import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readDealCursor } from "@/lib/figures/deal-list";
import { readPromiseCursor } from "@/lib/follow-ups/read-kept-promises";
import { cursorText } from "@/lib/keyset-cursor";
import { CursorNotice } from "./cursor-notice";

const told = (asked: string, after: object | null) =>
  renderToStaticMarkup(<CursorNotice asked={asked} isFirst={after === null} />);

test("a page that the list does not have is told; its first one and one of its own are not", () => {
  const ofDeals = cursorText([Date.UTC(2026, 0), 1]);
  const ofPromises = cursorText(["2026-01-01", 1]);
  expect(told(ofPromises, readDealCursor(ofPromises))).toContain(
    "This list, in this order, has no such page. Its first one is shown.",
  );
  expect(told(ofDeals, readPromiseCursor(ofDeals))).toContain(
    "This list, in this order, has no such page. Its first one is shown.",
  );
  for (const [asked, after] of [
    ["", readDealCursor("")],
    [ofDeals, readDealCursor(ofDeals)],
    [ofPromises, readPromiseCursor(ofPromises)],
  ] as const)
    expect(told(asked, after)).toBe("");
});
