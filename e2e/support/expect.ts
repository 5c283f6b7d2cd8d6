import { type Locator, type Page, expect as playwrightExpect } from "@playwright/test";

type Options = { timeout?: number };
type Address = string | RegExp | ((url: URL) => boolean);

/**
 * Playwright's `expect`, which waits for what is to be seen and for an address, with the whole page of it, without
 * drawing the page's accessibility tree at each look in vain: that was a twenty-fifth of the journeys' time. What
 * fails is told as Playwright tells it.
 */
export const expect = playwrightExpect.extend({
  async toBeVisible(locator: Locator, options: Options = {}) {
    if (this.isNot) await playwrightExpect(locator).not.toBeVisible(options);
    else
      await locator
        .waitFor({ timeout: options.timeout ?? this.timeout })
        .catch(() => playwrightExpect(locator).toBeVisible({ timeout: 1 }));
    return { pass: !this.isNot, message: () => "" };
  },
  async toHaveURL(page: Page, address: Address, options: Options = {}) {
    if (this.isNot) await playwrightExpect(page).not.toHaveURL(address, options);
    else {
      const timeout = options.timeout ?? this.timeout;
      await page.waitForURL(address, { waitUntil: "domcontentloaded", timeout }).catch(() => {});
      // Waiting reads a text as a pattern; only this says that it is the address.
      await playwrightExpect(page).toHaveURL(address, { timeout });
    }
    return { pass: !this.isNot, message: () => "" };
  },
});
