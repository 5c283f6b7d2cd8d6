import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MonthBars } from "./month-bars";

function drawn(texts: readonly string[]): string {
  const bars = texts.map((text, index) => ({
    key: `2026-${String(index + 1).padStart(2, "0")}`,
    label: "Jan",
    narrowLabel: "J",
    year: null,
    isIncomplete: false,
    value: index + 1,
    text,
  }));
  return renderToStaticMarkup(<MonthBars id="days" title="Days" color="red" bars={bars} />);
}

const uprightIn = (markup: string) => markup.match(/rotate\(-90\)/g)?.length ?? 0;
const twelve = (text: string) => Array.from({ length: 12 }, () => text);

describe("the numbers over twelve bars", () => {
  it.each(["7", "125", "99.9", "99,9", "–"])("stand side by side where they have room: %s", (text) => {
    expect(uprightIn(drawn(twelve(text)))).toBe(0);
  });

  it.each(["1234", "12.3K", "1.234", "211.6", "۱۲۳۴"])("stand upright where they have not: %s", (text) => {
    expect(uprightIn(drawn(twelve(text)))).toBe(12);
  });

  it("stand all alike, and the highest bar leaves room for them", () => {
    const upright = drawn([...twelve("5").slice(1), "1,234.5"]);
    expect(uprightIn(upright)).toBe(12);
    // 148 px less 10 and 7 a character.
    expect(upright).toContain('height="89"');
  });
});
