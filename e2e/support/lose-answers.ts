import type { Page } from "@playwright/test";

/** What a form of this page sends reaches the app and is done, but its answer is lost, until the line is whole again. */
export async function loseAnswers(page: Page): Promise<{ restore: () => Promise<void> }> {
  const everything = "**/*";
  await page.route(everything, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  return { restore: () => page.unroute(everything) };
}
