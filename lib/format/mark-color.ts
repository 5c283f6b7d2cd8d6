import type { Outcome } from "@/lib/pipeline/outcome";

const outcomeMarks: Record<Outcome, string> = {
  open: "var(--accent-fill)",
  won: "var(--won-mark)",
  lost: "var(--lost-mark)",
};

// Between these a colour has 3:1 against both the light and the dark surface (WCAG 1.4.11).
const darkest = 0.135;
const lightest = 0.295;

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(rgb: readonly number[], target: number, share: number): number[] {
  return rgb.map((channel) => Math.round(channel + (target - channel) * share));
}

/**
 * The colour of a stage's mark (bar, dot): won and lost have their outcome's everywhere. An open one has its own
 * `#rrggbb`, made lighter or darker until it can be told from the background in light and in dark; without one,
 * the accent's.
 */
export function markColor(stage: { color: string | null; outcome: Outcome }): string {
  if (stage.outcome !== "open" || !stage.color) return outcomeMarks[stage.outcome];
  const own = channels(stage.color);
  for (let share = 0; share <= 1; share += 0.04) {
    const light = luminance(own);
    const color = light > lightest ? mixed(own, 0, share) : mixed(own, 255, share);
    const now = luminance(color);
    if (now >= darkest && now <= lightest) return `rgb(${color.join(" ")})`;
  }
  return outcomeMarks[stage.outcome];
}
