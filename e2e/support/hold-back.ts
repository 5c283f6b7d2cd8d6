import type { Page } from "@playwright/test";

/** Keeps what the page asks for at addresses of that pattern waiting, as on a slow connection, until it is let go. */
export async function holdBack(page: Page, addresses: string): Promise<{ letGo: () => Promise<void> }> {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(addresses, async (route) => {
    await gate;
    // The page may have given up on it meanwhile.
    await route.continue().catch(() => {});
  });
  return {
    letGo: async () => {
      await page.unroute(addresses);
      open();
    },
  };
}
