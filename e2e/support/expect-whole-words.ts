import type { Page } from "@playwright/test";
import { expect } from "@/e2e/support/expect";

/**
 * No word and no figure of the tables is broken in the middle; after a hyphen or a dash it may be. Nor is a word of the
 * labels that stand before the figures of a card.
 */
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
    const brokenOfLabel = (cell: HTMLElement) => {
      const { content, fontSize, fontWeight } = getComputedStyle(cell, "::before");
      if (content === "none" || !cell.dataset.label) return [];
      const probe = Object.assign(document.createElement("span"), {
        className: "absolute whitespace-nowrap",
      });
      Object.assign(probe.style, { fontSize, fontWeight });
      cell.append(probe);
      const { paddingLeft, paddingRight } = getComputedStyle(cell);
      const room = cell.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const broken = cell.dataset.label.split(" ").filter((word) => {
        probe.textContent = word;
        return probe.getBoundingClientRect().width > room + 0.5;
      });
      probe.remove();
      return broken;
    };
    const found: string[] = [];
    for (const cell of document.querySelectorAll<HTMLElement>("td, th")) {
      if (!cell.checkVisibility()) continue;
      found.push(...brokenOfLabel(cell));
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
