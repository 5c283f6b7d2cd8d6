import type { Page } from "@playwright/test";
import { expect } from "@/e2e/support/expect";

/** No word and no figure of the tables is broken in the middle; after a hyphen or a dash it may be. */
export async function expectWholeWords(page: Page): Promise<void> {
  const broken = await page.evaluate(() => {
    const range = document.createRange();
    const topOf = (text: Text, at: number) => {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getClientRects()[0]?.top;
    };
    const isBroken = (text: Text, from: number, word: string) =>
      [...word.slice(1)].some(
        (_, index) =>
          !/[-–—]/.test(word.charAt(index)) &&
          (topOf(text, from + index + 1) ?? 0) > (topOf(text, from + index) ?? 0) + 4,
      );
    const found: string[] = [];
    for (const cell of document.querySelectorAll("td, th")) {
      if (!cell.checkVisibility()) continue;
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        if (text.parentElement?.closest(".sr-only")) continue;
        for (const { 0: word, index } of text.data.matchAll(/[^ \n]+/g))
          if (isBroken(text, index, word)) found.push(word);
      }
    }
    return found;
  });
  expect(broken, `words broken on ${page.url()}`).toEqual([]);
}
