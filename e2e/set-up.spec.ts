import { expect } from "@playwright/test";
import { members, team } from "@/db/schema";
import { test } from "@/e2e/support/test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the first visitor sets the team up with the printed code, once", async ({ page, emptyApp }) => {
      await page.goto(emptyApp.url);
      await expect(page).toHaveURL(/\/set-up$/);
      await page.getByLabel("Set-up code").fill(emptyApp.setUpCode);
      await page.getByLabel("Team name").fill("Highveld Tyres");
      await page.getByLabel("Currency").selectOption("ZAR");
      await page.getByLabel("Time zone").selectOption("Africa/Johannesburg");
      await page.getByLabel("Your name").fill("Thandi Nkosi");
      await page.getByLabel("E-mail").fill("thandi@highveld.example");
      await page.getByLabel("Password").fill("blue tyres roll far");
      await page.getByRole("button", { name: "Set up the team" }).click();
      await page.waitForURL((url) => url.pathname !== "/set-up");

      expect(await emptyApp.db.select({ name: team.name, timeZone: team.timeZone }).from(team)).toEqual([
        { name: "Highveld Tyres", timeZone: "Africa/Johannesburg" },
      ]);
      expect(await emptyApp.db.select({ role: members.role }).from(members)).toEqual([{ role: "admin" }]);
      await page.goto(`${emptyApp.url}/set-up`);
      await expect(page.getByRole("heading", { name: "Already set up" })).toBeVisible();
    });
  });
}
