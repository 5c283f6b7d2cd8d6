import { addLogin } from "@/e2e/support/add-login";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { letIn } from "@/e2e/support/let-in";
import { pressLog } from "@/e2e/support/log-form";
import { signIn } from "@/e2e/support/sign-in";
import { test } from "@/e2e/support/test";

test("one's name, look, keys, password and browsers are one's own to change", { tag: "@any-window" }, async ({
  page,
  app,
  browser,
}) => {
  const ben = await addLogin(app, "member");
  await signIn(page, ben);
  await page.locator("summary", { hasText: "Your menu" }).click();
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Profile" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill(" ");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("checkbox", { name: /Single keys/ }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter your name.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /Single keys/ })).not.toBeChecked();
  await page.getByLabel("Name", { exact: true }).fill(`${ben.name} Botha`);
  await page.getByLabel("How you mostly talk").selectOption({ index: 1 });
  const usual = await page.getByLabel("How you mostly talk").inputValue();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await background()).toBe("rgb(14, 14, 17)");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.reload();
  expect(await background()).toBe("rgb(14, 14, 17)");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await background()).toBe("rgb(247, 247, 249)");
  await page.emulateMedia({ media: null });
  await page.getByRole("radio", { name: "Light" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(background).toBe("rgb(247, 247, 249)");
  await page.getByRole("heading", { name: "Profile" }).click();
  await page.keyboard.press("l");
  await expect(page).toHaveURL(/\/profile$/);
  await page.goto("/log");
  await expect(page.locator("[name=channel]").first()).toHaveValue(usual);

  const other = await browser.newPage({ baseURL: app.url });
  await signIn(other, ben);
  await page.goto("/profile");
  const browsers = page.getByRole("form", { name: "Where you are signed in" });
  await expect(browsers.getByRole("listitem")).toHaveCount(2);
  await expect(browsers.getByRole("listitem").filter({ hasText: "(this one)" })).toContainText("Chrome on");
  await page.getByLabel("Current password").fill("a guess");
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Choose a password of at least 10 characters.")).toBeVisible();
  await page.getByLabel("Current password").fill("a guess");
  await page.getByLabel("New password").fill("five wheels on the road");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("That is not your password.")).toBeVisible();
  await page.getByLabel("Current password").fill(ben.password);
  await page.getByLabel("New password").fill("five wheels on the road");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);

  await signIn(other, { ...ben, password: "five wheels on the road" });
  await page.reload();
  await browsers.getByRole("button", { name: "Sign out all others" }).click();
  await expect(page.getByText("Every other browser is signed out.")).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await signIn(other, { ...ben, password: "five wheels on the road" });
  await page.reload();
  await browsers.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();

  // What one left open in a browser that two share, the other does not send.
  const [eve, ann] = [await addLogin(app, "member"), await addLogin(app, "member")];
  await signIn(page, eve);
  await page.goto("/profile");
  await page.getByLabel("Name", { exact: true }).fill(`${eve.name} Botha`);
  await page.context().clearCookies();
  const beside = await page.context().newPage();
  await signIn(beside, ann);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This page was opened by somebody else in this browser.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`${eve.name} Botha`);
  await beside.goto("/profile");
  await expect(beside.getByLabel("Name", { exact: true })).toHaveValue(ann.name);
  await beside.close();
});

test("who logs where another has signed in beside it is told so, and what was typed waits for them", {
  tag: "@any-window",
}, async ({ page, app }) => {
  const [eve, ann] = [await addLogin(app, "member"), await addLogin(app, "member")];
  await letIn(page.context(), app, eve);
  await page.goto("/log");
  await page.getByLabel("Customer", { exact: true }).fill("Eve's customer");
  await page.getByLabel("Note").fill("Eve's words");
  await letIn(page.context(), app, ann);
  await pressLog(page);
  await expect(page.getByRole("heading", { level: 1, name: "Nothing was logged" })).toBeVisible();
  await expect(page).toHaveTitle(/^Nothing was logged/);
  await page.getByRole("link", { name: `Go on as ${ann.name}` }).click();
  await expect(page.getByLabel("Note")).toHaveValue("");
  await letIn(page.context(), app, eve);
  await page.goto("/log");
  await expect(page.getByLabel("Note")).toHaveValue("Eve's words");
});
