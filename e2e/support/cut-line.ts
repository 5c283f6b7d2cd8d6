import type { Page } from "@playwright/test";

/**
 * Cuts the line over which entries are sent, until it is restored.
 *
 * @param place "to the app": it hears nothing of them; "back from the app": it has kept them, its answer is lost
 */
export async function cutLine(page: Page, place: "to the app" | "back from the app") {
  let isWhole = false;
  let cuts = 0;
  const underway = new Set<Promise<void>>();
  await page.route("**/log/outbox", (route) => {
    if (isWhole) return route.continue();
    const cut = (async () => {
      if (place === "back from the app") await route.fetch();
      cuts += 1;
      await route.abort("connectionreset");
    })().finally(() => underway.delete(cut));
    underway.add(cut);
    return cut;
  });
  return {
    /** How often it has cut something off. */
    cuts: () => cuts,
    /** What is on its way when it is called is still cut off, and has been when it returns. */
    restore: async () => {
      isWhole = true;
      await Promise.all(underway);
    },
  };
}
