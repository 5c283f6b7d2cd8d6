import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const schemeRules = ["color-contrast", "link-in-text-block"];

/**
 * Axe finds nothing wrong with the page as it stands, in light and in dark, and the page does not scroll
 * sideways.
 *
 * @param within a CSS selector: axe looks only there, which is quicker for what opens on a page already seen
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    if (colorScheme === "dark") axe.withRules(schemeRules);
    if (within) axe.include(within);
    const { violations, passes } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
    expect(passes.length, `what axe looked at on ${page.url()}`).toBeGreaterThan(0);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await expectNoSidewaysScroll(page);
}

/** The page is no wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, shown } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    shown: document.documentElement.clientWidth,
  }));
  expect(content, `the width of ${page.url()}`).toBeLessThanOrEqual(shown);
}
