import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { demoSignIn } from "@/e2e/support/demo-sign-in";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { ownCustomer } from "@/e2e/support/own-customer";
import { memberTest as test } from "@/e2e/support/test";
import { addContact } from "@/lib/customers/change-contact";

const box = (page: Page) => page.getByRole("dialog", { name: "Search everything" });

/** Keys do something once the page's scripts run, which a busy machine takes its time for. */
async function whenReady(pressed: () => Promise<void>): Promise<void> {
  await expect(pressed).toPass();
}

test("everything is found from anywhere by keyboard: misspelt, by phone, by a note's words", async ({
  page,
  app,
}) => {
  const { id, name, log, adminId } = await ownCustomer(app, "Springhare Sawmill");
  const actor = { id: adminId, role: "admin" } as const;
  const person = { role: "Buyer", email: "", phone: "+27 (0)11 900-4821", now: new Date() };
  await addContact(app.db, { customerId: id, name: "Wilhelmina Zuma", actor, ...person });
  const { id: conversationId } = await log("2026-05-04", {
    note: "Wants seventeen wheelbarrows by the equinox",
  });

  await page.goto("/analysis");
  const field = box(page).getByRole("combobox");
  await whenReady(async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 1000 });
  });
  await expect(box(page).getByRole("option", { name: "Log a conversation" })).toBeVisible();
  await expectAccessible(page, "dialog");

  await field.fill("sprinhgare samwill");
  await expect(box(page).getByRole("option").first()).toContainText(name);
  await field.fill("011 900 4821");
  await expect(box(page).getByRole("option")).toContainText(["Wilhelmina Zuma"]);
  await field.fill("zebra crossing");
  await expect(box(page).getByRole("status")).toHaveText("Nothing is called or says “zebra crossing”.");
  await field.fill("equinox wheelb");
  await expect(box(page).getByRole("option")).toContainText(["seventeen wheelbarrows"]);
  await expectAccessible(page, "dialog");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/conversations/${conversationId}`);
  await expect(box(page)).toBeHidden();

  await page.keyboard.press("Control+k");
  await field.fill("Log a conversation");
  const options = box(page).getByRole("option");
  await expect(box(page).getByRole("status"), "it stood there before it was looked for").toHaveText(
    /^\d+ found$/,
  );
  await expect(options.first()).toHaveText("Log a conversation");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/log");
  await expect(page.getByLabel("Customer", { exact: true })).toBeFocused();

  await page.keyboard.press("Control+k");
  await field.fill(name);
  await expect(options).toHaveText([name, `Log a conversation with ${name}`]);
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/log?customer=${id}`);
});

test("single keys go where they say, never while typing, and not where they are switched off", async ({
  page,
  app,
}) => {
  await page.goto("/");
  await whenReady(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible({ timeout: 1000 });
  });
  await page.keyboard.press("Escape");
  // The only way to be quick enough on a busy machine.
  const isTaken = await page.evaluate(() => {
    const pressed = new KeyboardEvent("keydown", { key: "s", code: "KeyS", bubbles: true, cancelable: true });
    Object.defineProperty(pressed, "timeStamp", { value: 700 });
    return !document.body.dispatchEvent(pressed);
  });
  expect(isTaken, "a key alone, pressed while the page is new").toBe(false);
  for (const [key, path] of [
    ["s", "/stages"],
    ["a", "/analysis"],
    ["c", "/customers"],
    ["f", "/follow-ups"],
    ["o", "/"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
  }
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await page.goto("/");
  await whenReady(async () => {
    await page.keyboard.press("/");
    await expect(box(page)).toBeVisible({ timeout: 1000 });
  });
  await page.keyboard.press("Escape");
  const files = "**/_next/static/**";
  await page.route(files, (route) => route.fulfill({ status: 404, body: "Gone with an update" }));
  await page.keyboard.press("?");
  await expect(help).toContainText("The list of keys could not be fetched.");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(help).toBeHidden();
  await page.unroute(files);
  await page.goto("/");
  await whenReady(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 1000 });
  });
  await expect(help).toContainText("g cGo to Customers");
  await expect(help).toContainText("mMove the customer whose card of the board is in focus");
  await expectAccessible(page, "dialog");
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 740, height: 360 });
  await page.keyboard.press("?");
  await expect(help.getByRole("heading", { name: "Keyboard" })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press("l");
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(page).toHaveURL("/");

  await page.getByRole("heading", { name: "Overview" }).click();
  await page.keyboard.press("l");
  await expect(page.getByLabel("Customer", { exact: true })).toBeFocused();

  await page.goto("/customers");
  const search = page.getByRole("searchbox");
  await search.pressSequentially("l/g?o");
  await expect(search).toHaveValue("l/g?o");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(box(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search).toBeFocused();

  const switched = (singleKeys: boolean) =>
    app.db.update(members).set({ singleKeys }).where(eq(members.email, demoSignIn.email));
  await switched(false);
  try {
    await page.goto("/analysis");
    await whenReady(async () => {
      await page.keyboard.press("Control+k");
      await expect(box(page)).toBeVisible({ timeout: 1000 });
    });
    await page.keyboard.press("Escape");
    await expect(box(page)).toBeHidden();
    await page.keyboard.press("l");
    await page.keyboard.press("/");
    await expect(box(page)).toBeHidden();
    await page.keyboard.press("Control+k");
    await expect(box(page)).toBeVisible();
    await expect(page).toHaveURL("/analysis");

    await page.goto("/stages?view=board");
    const card = page.locator("[data-card] a").first();
    await whenReady(async () => {
      await card.focus();
      await page.keyboard.press("ArrowDown");
      await expect(card).not.toBeFocused({ timeout: 1000 });
    });
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowUp");
    await expect(card).toBeFocused();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  } finally {
    await switched(true);
  }
});
