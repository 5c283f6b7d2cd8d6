import { expect } from "@playwright/test";
import { signIn } from "@/e2e/support/sign-in";
import { memberTest, test } from "@/e2e/support/test";

test("a stranger is asked to sign in and is then where they wanted to be", async ({ page }) => {
  await page.goto("/stages");
  await expect(page).toHaveURL(/\/sign-in\?/);
  await signIn(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

memberTest("a member sees the overview", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("In Pipeline").first()).toBeVisible();
});
