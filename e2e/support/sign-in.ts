import type { Page } from "@playwright/test";
import { demoSignIn } from "@/e2e/support/demo-sign-in";

/** Signs in by the form, as the demo's admin unless told otherwise, and waits to be let in. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string } = demoSignIn,
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
