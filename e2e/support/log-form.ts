import type { Page } from "@playwright/test";
import { expect } from "@/e2e/support/expect";

/** Chooses a chip of the form that logs, as one presses it. */
export async function pressChip(page: Page, group: "Stage" | "Follow-up", name: string): Promise<void> {
  await page
    .getByRole("group", { name: group })
    .getByText(name, { exact: group === "Stage" })
    .click();
}

/** Opens what the form keeps under More. */
export async function openMore(page: Page): Promise<void> {
  await page.getByText("when, who, how, about, follow-up").click();
  await expect(page.getByLabel("Minutes it took")).toBeVisible();
}

/** Sends the form that logs. */
export async function pressLog(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Log", exact: true }).click();
}

/** What the page says happened. */
export function whatHappened(page: Page) {
  return page.getByRole("region", { name: "What happened" }).getByRole("status");
}
