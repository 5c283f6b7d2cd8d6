import { expect } from "@/e2e/support/expect";
import { holdBack } from "@/e2e/support/hold-back";
import { ownCustomer } from "@/e2e/support/own-customer";
import { memberTest as test } from "@/e2e/support/test";

test.describe("without JavaScript", { tag: "@any-window" }, () => {
  test.use({ javaScriptEnabled: false });

  test("everything is found on a page of its own, from the navigation", async ({ page, app }) => {
    const { id, name } = await ownCustomer(app, "Potbelly Pumps");
    await page.goto("/");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: "Log a conversation" })).toBeVisible();
    const search = page.getByRole("searchbox", { name: "Search everything" });
    await search.fill("%_\\'");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
    await search.fill(name.replace("belly", "blely"));
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("region", { name: "Customers" }).getByRole("link", { name }).click();
    await expect(page).toHaveURL(`/customers/${id}`);
  });
});

test("on a phone the box opens from the menu and a press opens what was found, also a second one", async ({
  page,
  app,
  isMobile,
}) => {
  const { id, name } = await ownCustomer(app, "Warthog Wholesale");
  await page.goto("/stages");
  if (isMobile) await page.locator("summary", { hasText: "Your menu" }).click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Search" }).click();
  const box = page.getByRole("dialog", { name: "Search everything" });
  await box.getByRole("combobox").fill(name.toUpperCase());
  const found = box.getByRole("option", { name, exact: true });
  if (isMobile) expect((await found.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  const onItsWay = await holdBack(page, `**/customers/${id}?*`);
  await found.click();
  await expect(box).toHaveAttribute("aria-busy", "true");
  await found.click();
  await onItsWay.letGo();
  await expect(page).toHaveURL(`/customers/${id}`);
  await expect(box).toBeHidden();
});
