import { expectAnalysisAgrees } from "@/e2e/support/agreement";
import { expect } from "@/e2e/support/expect";
import { figureTest as test } from "@/e2e/support/figure-test";
import { choose, chooseDay, choosePeriod, popover } from "@/e2e/support/views";
import { addDays } from "@/lib/pipeline/local-date";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the analysis, funnel and time in stage by period, day and salesperson", async ({
      page,
      ask,
      formats,
      today,
    }) => {
      const day = addDays(today, -70);
      await page.goto("/analysis");
      await expectAnalysisAgrees(page, ask, formats);

      await choose(page, "Period", "Last 12 months");
      await expect(page).toHaveURL(/period=last-12-months$/);
      await chooseDay(page, day);
      await expect(page).toHaveURL(new RegExp(`to=${day}$`));
      await expect(page.getByText(formats.dateRange(addDays(day, -364), day)).first()).toBeVisible();

      await choose(page, "Salesperson", "Sipho Dlamini");
      await expect(page).toHaveURL(/salesperson=\d+$/);
      await expect(page.getByText("The conversation table counts what Sipho Dlamini held")).toBeVisible();

      await choosePeriod(page, addDays(day, -200), day);
      await expect(page).toHaveURL(new RegExp(`from=${addDays(day, -200)}&to=${day}$`));
      await page.reload();
      await expectAnalysisAgrees(page, ask, formats);
    });

    test("a period from the beginning to today is all time", { tag: "@any-window" }, async ({
      page,
      today,
    }) => {
      await page.goto("/analysis?period=last-12-months");
      await choosePeriod(page, "", today);
      await expect(popover(page, "Period")).toContainText("All time");
      if (!javaScriptEnabled) return;
      await expect(page).toHaveURL(/\/analysis$/);
      await choosePeriod(page, "", today);
      await expect(page.getByRole("button", { name: "Show this period" })).toBeHidden();
    });

    test("the columns say what they count", async ({ page }) => {
      await page.goto("/analysis");
      const definition = page.getByText("Unbroken stays of a deal at this stage", { exact: false });
      await expect(definition).toBeHidden();
      for (const summary of await page.getByText("How the columns are counted").all()) await summary.click();
      await expect(definition).toBeVisible();
      await expect(page.getByText("Two conversations with one customer count 2.")).toBeVisible();
    });

    test("a period in which nothing happened leads back to everything", { tag: "@any-window" }, async ({
      page,
    }) => {
      await page.goto("/analysis?from=2001-01-01&to=2001-12-31");
      await expect(
        page.getByRole("heading", { name: "No sales conversations in this period" }),
      ).toBeVisible();
      await expect(page.getByText("Choose a longer period or a later day.")).toBeVisible();
      await page.getByRole("link", { name: "Show everything up to today" }).click();
      await expect(page).toHaveURL("/analysis");
      await expect(popover(page, "Period")).toContainText("All time");
    });
  });
}
