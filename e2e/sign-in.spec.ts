import { signInFailures } from "@/db/schema";
import { demoSignIn } from "@/e2e/support/demo-sign-in";
import { expect } from "@/e2e/support/expect";
import { signIn, trySignIn } from "@/e2e/support/sign-in";
import { test } from "@/e2e/support/test";

const wrong = "This e-mail and password do not belong together. Check both and try again.";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test.afterEach(({ app }) => app.db.delete(signInFailures));

    test("a stranger is asked to sign in and is then exactly where they wanted to be", async ({ page }) => {
      await page.goto("/stages?to=2026-08-31&stage=Won&search=tyre");
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      const refusal = page.getByRole("alert").filter({ hasText: wrong });
      await trySignIn(page, demoSignIn.email, "not the password");
      await expect(refusal).toBeVisible();
      await expect(page.getByLabel("E-mail")).toHaveValue(demoSignIn.email);
      await expect(page.getByLabel("Password")).toHaveValue("");
      if (javaScriptEnabled) {
        await page.context().setOffline(true);
        await trySignIn(page, demoSignIn.email, demoSignIn.password);
        await expect(page.getByRole("alert").filter({ hasText: "the connection failed" })).toBeVisible();
        await page.context().setOffline(false);
        await page.getByRole("button", { name: "Sign in" }).click();
      } else await trySignIn(page, demoSignIn.email, demoSignIn.password);
      await expect(page).toHaveURL("/stages?to=2026-08-31&stage=Won&search=tyre");
      await expect(page.getByRole("heading", { level: 1, name: "Stages" })).toBeVisible();
      await page.goto("/sign-in");
      await expect(page).toHaveURL("/");
    });

    test("nobody learns whether an e-mail is known, and guessing is slowed down", {
      tag: "@any-window",
    }, async ({ page }) => {
      await page.goto("/sign-in");
      const said = page.getByRole("alert").filter({ hasText: /\w/ });
      let attempts = 0;
      let answer: string | null = wrong;
      while (answer === wrong && attempts < 15) {
        attempts += 1;
        await trySignIn(page, "nobody@pipelog.example", `guess ${attempts}`);
        await expect(page.getByLabel("Password")).toHaveValue("");
        answer = await said.textContent();
      }
      expect(answer).toMatch(/^Too many attempts\. Please wait \d+ (second|minute)s?, then try again\.$/);
      expect(attempts).toBeGreaterThan(5);
    });

    test("what is missing is said at its field", async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
    });

    test("signing out ends the session, whoever kept its cookie", { tag: "@any-window" }, async ({
      page,
      context,
    }) => {
      await signIn(page);
      const kept = await context.cookies();
      await page.locator("summary", { hasText: "Your menu" }).click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page).toHaveURL("/sign-in");
      await page.goto("/analysis");
      await expect(page).toHaveURL("/sign-in?next=%2Fanalysis");
      await context.addCookies(kept);
      await page.goto("/analysis");
      await expect(page).toHaveURL("/sign-in?next=%2Fanalysis");
    });
  });
}

test("signing in leads to no other site", { tag: "@any-window" }, async ({ page }) => {
  await page.goto("/sign-in?next=https://elsewhere.example/");
  await trySignIn(page, demoSignIn.email, demoSignIn.password);
  await expect(page).toHaveURL("/");
});

test("who keeps no cookies is told that nobody stays signed in so, and by no page that it failed", {
  tag: "@any-window",
}, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "cookieEnabled", { get: () => false });
    // As Firefox refuses it where it keeps nothing of an address.
    window.BroadcastChannel = class {
      constructor() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      }
    } as never;
  });
  await page.goto("/sign-in");
  await expect(page.getByRole("alert").filter({ hasText: "This browser keeps no cookies" })).toBeVisible();
  await trySignIn(page, demoSignIn.email, demoSignIn.password);
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await page.getByRole("link", { name: "Stages", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Stages" })).toBeVisible();
});
