import type { Page } from "@playwright/test";
import { expect } from "./expect";

/** Waits until the page's scripts have taken over what the server wrote, as a key tells that does something then. */
export async function expectHydrated(page: Page): Promise<void> {
  const field = page.getByRole("dialog", { name: "Search everything" }).getByRole("combobox");
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
}
