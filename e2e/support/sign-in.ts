import type { Page } from "@playwright/test";
import { demoSignIn } from "@/e2e/support/demo-sign-in";

/** Fills in the form that signs in and sends it, whatever comes of it. */
export async function trySignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in by the form, as the demo's admin unless told otherwise, and waits to be let in. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string } = demoSignIn,
): Promise<void> {
  await page.goto("/sign-in");
  await trySignIn(page, email, password);
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
