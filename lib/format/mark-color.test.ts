import { describe, expect, test } from "vitest";
import { markColor } from "./mark-color";

function contrast(a: number[], b: number[]): number {
  const [light, dark] = [a, b]
    .map((rgb) => {
      const [r = 0, g = 0, bl = 0] = rgb.map((v) =>
        v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * bl + 0.05;
    })
    .sort((x, y) => y - x);
  return (light ?? 1) / (dark ?? 1);
}

describe("the colour of a stage's mark", () => {
  test.each(["#000000", "#ffffff", "#ffff00", "#0000ff", "#4338ca", "#64748b", "#fde68a", "#1e293b"])(
    "%s has 3:1 against the light and the dark surface",
    (color) => {
      const rgb = markColor({ color, outcome: "open" }).match(/\d+/g)?.map(Number) ?? [];
      expect(contrast(rgb, [255, 255, 255])).toBeGreaterThanOrEqual(3);
      expect(contrast(rgb, [23, 23, 27])).toBeGreaterThanOrEqual(3);
    },
  );

  test("one that can already be seen stays as it is", () => {
    expect(markColor({ color: "#0284c7", outcome: "open" })).toBe("rgb(2 132 199)");
  });

  test("none: the outcome's own", () => {
    expect(markColor({ color: null, outcome: "open" })).toBe("var(--accent-fill)");
    expect(markColor({ color: null, outcome: "won" })).toBe("var(--won-mark)");
  });

  test("won and lost keep the outcome's, whatever colour the stage was given", () => {
    expect(markColor({ color: "#db2777", outcome: "won" })).toBe("var(--won-mark)");
    expect(markColor({ color: "#65a30d", outcome: "lost" })).toBe("var(--lost-mark)");
  });
});
