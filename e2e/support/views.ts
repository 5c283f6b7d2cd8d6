import type { Locator, Page } from "@playwright/test";

/** The popover of that label among a view's filters, or of its search and order; it opens at a press. */
export function popover(page: Page, label: string): Locator {
  return page.getByRole("main").locator("summary", { hasText: new RegExp(`^${label}`) });
}

/** Opens a filter's popover and chooses the link of that name. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  await popover(page, label).click();
  await page.getByRole("main").getByRole("link", { name: choice, exact: true }).click();
}

/** Gives a period by its two days. */
export async function choosePeriod(page: Page, from: string, to: string): Promise<void> {
  await popover(page, "Period").click();
  await page.getByLabel("From").fill(from);
  await page.getByLabel("To", { exact: true }).fill(to);
  await page.getByRole("button", { name: "Show this period" }).click();
}

/** Gives the day everything is shown as of. */
export async function chooseDay(page: Page, day: string): Promise<void> {
  await popover(page, "As of").click();
  await page.getByLabel("Any earlier day").fill(day);
  await page.getByRole("button", { name: "Show this day" }).click();
}

/** Each card of the overview by its label, with what one reads on it in one line. */
export async function figuresOf(page: Page): Promise<Record<string, string>> {
  const cards = page.getByRole("region", { name: "Figures" }).getByRole("group");
  const labels = await cards.evaluateAll((found) => found.map((card) => card.ariaLabel));
  const texts = await cards.allInnerTexts();
  return Object.fromEntries(
    labels.flatMap((label, index) =>
      label ? [[label, (texts[index] ?? "").replace(/\s+/g, " ").trim()]] : [],
    ),
  );
}

/** The texts of a table's rows under its heading, cell by cell. */
export async function rowsOf(table: Locator): Promise<string[][]> {
  const rows = await table
    .locator("tbody")
    .getByRole("row")
    .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  return rows.map((cells) => cells.map((text) => text.replace(/\s+/g, " ").trim()));
}
