import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WonLostBars } from "./won-lost-bars";

function drawn(most: { won: number; lost: number }): string {
  const months = Array.from({ length: 12 }, (_, index) => {
    const { won, lost } = index === 3 ? most : { won: 120, lost: 80 };
    const key = `2026-${String(index + 1).padStart(2, "0")}`;
    const texts = { wonText: won.toLocaleString("en"), lostText: lost.toLocaleString("en") };
    return { key, label: "Jan", narrowLabel: "J", year: null, isIncomplete: false, won, lost, ...texts };
  });
  return renderToStaticMarkup(<WonLostBars id="ends" title="Won and lost" months={months} />);
}

const uprightIn = (markup: string) => markup.match(/rotate\(-90\)/g)?.length ?? 0;

test("from 1,000 deals a month, won or lost, all numbers stand upright, and the bars leave room for them", () => {
  expect(uprightIn(drawn({ won: 999, lost: 999 }))).toBe(0);
  expect(uprightIn(drawn({ won: 1000, lost: 80 }))).toBe(24);
  const lost = drawn({ won: 120, lost: 1000 });
  expect(uprightIn(lost)).toBe(24);
  // 166 px less 10 and 7 a character on either side, shared by 120 and 1,000.
  expect(lost).toContain(`height="${((166 - 31 - 45) * 1000) / 1120}"`);
});
