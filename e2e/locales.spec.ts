import { conversations } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectHydrated } from "@/e2e/support/expect-hydrated";
import { logSales } from "@/e2e/support/log-sales";
import { teamTest } from "@/e2e/support/team-test";

teamTest.describe.configure({ timeout: 120_000 });

const written = {
  "en-ZA": ["R 1 234 567,50", "1 234 567,50"],
  "en-US": ["ZAR 1,234,567.50", "1,234,567.50"],
  "de-DE": ["1.234.567,50 ZAR", "1.234.567,50"],
  "hi-IN": ["ZAR 12,34,567.50", "12,34,567.50"],
} as const;
const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ");

teamTest(
  "in four locales server and browser write the same, and an amount is typed as it is written",
  async ({ page, ownApp }) => {
    await logSales(ownApp, ["2026-05-02T12:00"]);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    for (const [locale, [money, typed]] of Object.entries(written)) {
      await page.goto("/settings/team");
      await page.getByLabel("Numbers, money and dates").selectOption(locale);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("The team's settings are saved.")).toBeVisible();
      for (const path of ["/", "/stages", "/customers", "/analysis"]) {
        const response = await page.goto(path);
        const html = (await response?.text()) ?? "";
        await expectHydrated(page);
        const fromServer = await page.evaluate((text) => {
          const parsed = new DOMParser().parseFromString(text, "text/html");
          return [...parsed.querySelectorAll("main *")]
            .filter(({ children }) => children.length === 0)
            .map(({ textContent }) => textContent ?? "")
            .filter((each) => /\d/.test(each));
        }, html);
        const inBrowser = plain((await page.getByRole("main").textContent()) ?? "");
        for (const text of fromServer) expect(inBrowser, `${locale} ${path}`).toContain(plain(text).trim());
      }
      await page.goto("/stages");
      await expect(page.getByRole("main")).toContainText(
        new RegExp(money.replace(/[.$]/g, "\\$&").replaceAll(" ", "\\s")),
      );

      const [latest] = await ownApp.db.select().from(conversations);
      await page.goto(`/conversations/${latest?.id}/correct`);
      await page.getByLabel("Amount in ZAR").fill(typed);
      await page.getByRole("button", { name: "Save" }).first().click();
      await page.waitForURL(/saved=|\/conversations\/\d+$/);
      const [saved] = await ownApp.db.select().from(conversations);
      expect(saved?.amount, locale).toBe("1234567.5000");
    }
    expect(complaints).toEqual([]);
  },
);
