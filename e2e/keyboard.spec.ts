import type { Locator, Page } from "@playwright/test";
import { expect } from "@/e2e/support/expect";
import { memberTest as test } from "@/e2e/support/test";
import { popover } from "@/e2e/support/views";

const mostStops = 150;

async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const element = await target.elementHandle();
  for (let stops = 0; stops < mostStops; stops++) {
    await page.keyboard.press(key);
    if (await element?.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`The Tab key does not lead to ${target}.`);
}

/** Where the focus is: what it is on, and whether one sees that; undefined once it has left the page. */
async function focusOf(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + Math.min(width / 2, 60), top + height / 2);
    return {
      text: element.textContent?.trim().slice(0, 60) || element.tagName,
      isMarked: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      isInSight: onTop !== null && (element.contains(onTop) || onTop.contains(element)),
    };
  });
}

test("the first Tab leads past the navigation", async ({ page }) => {
  await page.goto("/stages");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  expect(await focusOf(page)).toMatchObject({ isMarked: true, isInSight: true });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toBeVisible();
});

for (const path of ["/", "/stages?search=tyre&stage=Negotiation", "/analysis"]) {
  test(`the focus is in sight at every stop of ${path}`, async ({ page }) => {
    await page.goto(path);
    const seen: string[] = [];
    for (let stops = 0; stops < mostStops; stops++) {
      await page.keyboard.press("Tab");
      const focus = await focusOf(page);
      if (!focus) break;
      expect.soft(focus, `stop ${stops + 1} of ${path}`).toMatchObject({ isMarked: true, isInSight: true });
      seen.push(focus.text);
    }
    expect(seen.length).toBeGreaterThan(9);
    expect(seen.length).toBeLessThan(mostStops);
  });
}

test("period, day and salesperson are chosen by keyboard alone", async ({ page }) => {
  await page.goto("/");
  const periods = popover(page, "Period");
  await tabTo(page, periods);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "This year" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?period=this-year");
  await expect(page.getByRole("link", { name: "This year" })).toBeHidden();
  await expect(periods).toBeFocused();

  await tabTo(page, popover(page, "As of"));
  await page.keyboard.press("Enter");
  const day = page.getByLabel("Any earlier day");
  await tabTo(page, day);
  await page.keyboard.type("08152026");
  await expect(day).toHaveValue("2026-08-15");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?period=this-year&to=2026-08-15");
  await expect(popover(page, "As of")).toBeFocused();

  const people = popover(page, "Salesperson");
  await tabTo(page, people);
  await page.keyboard.press("Enter");
  const everyone = page.getByRole("link", { name: "Everyone" });
  await tabTo(page, everyone);
  await page.keyboard.press("Escape");
  await expect(everyone).toBeHidden();
  await expect(people).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Pieter Botha" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/salesperson=\d+$/);
});

test("rows are searched, put in order and paged by keyboard alone", async ({ page }) => {
  await page.goto("/stages");
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("battery");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/stages?search=battery");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Days in stage" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/stages?search=battery&sort=-days-in-stage");

  await page.goto("/analysis");
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page).toHaveURL("/stages?sort=-days-in-stage");
  await tabTo(page, page.getByRole("link", { name: "Show everything" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/stages");
  await page.goto("/stages");
  await tabTo(page, page.getByRole("link", { name: "Next 100" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.locator(":focus")).toHaveText(/^\d+ of \d+ customers; the others are on other pages\.$/);
  await tabTo(page, page.getByRole("link", { name: "First page" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/stages");
  await expect(page.locator(":focus")).toHaveText(/^The first 100 of /);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("table").locator(":focus")).toBeVisible();
});

test("the page of the search keeps the caret and says how many it found", async ({ page }) => {
  await page.goto("/search");
  const field = page.getByRole("main").getByRole("searchbox");
  await field.fill("tyre");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=tyre");
  await expect(field).toBeFocused();
  await expect(page.getByRole("main").getByRole("status")).toHaveText(/^\d+ found/);
});

test("each page of the settings is announced by its own name", async ({ page }) => {
  await page.goto("/settings/team");
  const nav = page.getByRole("navigation", { name: "Settings" });
  for (const name of ["Members", "Topics and channels", "Audit log"]) {
    await nav.getByRole("link", { name }).click();
    await expect(page.locator("next-route-announcer").getByRole("alert")).toContainText(name);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Settings: ${name}`);
  }
});
