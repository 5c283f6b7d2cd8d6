import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { RunOptions } from "axe-core";
import { expect } from "@/e2e/support/expect";

type Color = { r: number; g: number; b: number; alpha: number };

declare global {
  var axe: typeof import("axe-core") & {
    commons: { color: { Color: { prototype: { parseString: (this: Color, text: string) => Color } } } };
  };
}

/** Stands in for a WeakMap and a WeakSet: what is kept for an object is a property of it. */
function Beside() {
  const key = Symbol("beside");
  return {
    get: (object: Record<symbol, unknown>) => object[key],
    has: (object: Record<symbol, unknown>) => key in object,
    set: (object: Record<symbol, unknown>, value: unknown) => {
      object[key] = value;
    },
    add: (object: Record<symbol, unknown>) => {
      object[key] = true;
    },
    delete: (object: Record<symbol, unknown>) => delete object[key],
  };
}

const axeAsPublished = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Axe, for old browsers, keeps the parts of each colour it reads in weak maps: a third of its time. */
const axeSource = `((WeakMap, WeakSet) => {${axeAsPublished}})(${Beside}, ${Beside})`;
const schemeRules = ["color-contrast", "link-in-text-block"];

/**
 * Axe finds nothing wrong with the page as it stands, in light and in dark, and the page does not scroll
 * sideways.
 *
 * @param within a CSS selector: axe looks only there, which is quicker for what opens on a page already seen
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  if (await page.evaluate(() => !globalThis.axe)) {
    await page.evaluate(axeSource);
    await page.evaluate(readColoursOnce);
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations, passes } = await runAxe(page, within, {
      resultTypes: ["violations"],
      preload: false,
      ...(colorScheme === "dark" ? { runOnly: schemeRules } : {}),
    });
    expect(violations, `${page.url()} in ${colorScheme}`).toEqual([]);
    expect(passes, `what axe looked at on ${page.url()}`).toBeGreaterThan(0);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await expectNoSidewaysScroll(page);
}

/** Axe reads the same few colours for every text and all that lies behind it: a third of its time. */
function readColoursOnce() {
  const { prototype } = globalThis.axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Color>();
  prototype.parseString = function (text) {
    const { r, g, b, alpha } = known.get(text) ?? read.call(this, text);
    if (!known.has(text)) known.set(text, { r, g, b, alpha });
    return Object.assign(this, { r, g, b, alpha });
  };
}

async function runAxe(page: Page, within: string | undefined, options: RunOptions) {
  return page.evaluate(
    async ([selector, runOptions]) => {
      // Colours on their way from one scheme to the other are in neither.
      for (const animation of document.getAnimations())
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
      const { violations, passes } = await globalThis.axe.run(selector ?? document, runOptions);
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
      return { violations: found, passes: passes.length };
    },
    [within, options] as const,
  );
}

/** The page is no wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, shown } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    shown: document.documentElement.clientWidth,
  }));
  expect(content, `the width of ${page.url()}`).toBeLessThanOrEqual(shown);
}
