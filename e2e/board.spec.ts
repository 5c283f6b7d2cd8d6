import type { Page } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import { stages } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { figureTest as test } from "@/e2e/support/figure-test";
import { dayOf, ownCustomer } from "@/e2e/support/own-customer";
import { teamTest } from "@/e2e/support/team-test";
import { addCustomer } from "@/lib/customers/change-customer";
import { logConversation } from "@/lib/log/log-conversation";
import { talk } from "@/tests/support/cast";

const board = (page: Page) => page.getByRole("list", { name: "Customers on the board" });
const column = (page: Page, name: string) =>
  board(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name, exact: true, level: 2 }) });

test("a card is moved by keyboard: it opens the log with customer, stage and deal, and logging moves it", async ({
  page,
  app,
  ask,
  isMobile,
}) => {
  const [first, second] = await app.db.select().from(stages).orderBy(asc(stages.position));
  const { id, name, log } = await ownCustomer(app, "Bontebok Bearings");
  const { dealId } = await log(dayOf(0), { stageId: first?.id, amount: "1200" });

  await page.goto("/stages");
  await page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "Board" }).click();
  await expect(page).toHaveURL("/stages?view=board");
  const { grid } = await ask("grid", "");
  for (const { stage, customers } of grid.stages)
    await expect(column(page, stage ?? "").locator("header")).toContainText(
      new RegExp(`${customers} customers?,`),
    );
  await expectAccessible(page);

  const card = column(page, first?.name ?? "")
    .getByRole("listitem")
    .filter({ hasText: name });
  await card.getByRole("link", { name }).first().focus();
  if (!isMobile) {
    await page.keyboard.press("ArrowRight");
    await expect(column(page, first?.name ?? "").locator(":focus")).toHaveCount(0);
    await page.keyboard.press("ArrowLeft");
    await expect(card.locator(":focus")).toHaveText(name);
  }
  await page.keyboard.press("m");
  const menu = page.getByRole("dialog", { name: `Move ${name} to` });
  await expect(menu).toContainText("where it is now");
  await expectAccessible(page, "dialog");
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/log?customer=${id}&stage=${second?.id}&deal=${dealId}`);
  await page.getByLabel("Note").fill("Moved on the board");
  await page.getByRole("button", { name: "Log", exact: true }).click();
  await expect(page).toHaveURL(/logged=/);

  await page.goto("/stages");
  await expect(page).toHaveURL("/stages?view=board");
  await expect(
    column(page, second?.name ?? "")
      .getByRole("listitem")
      .filter({ hasText: name }),
  ).toBeVisible();
  await page.goto(`/stages?view=board&to=${dayOf(-1)}`);
  await expect(board(page).getByText("Move to…")).toHaveCount(0);
});

test("a card is dragged to a column: it opens the log with that stage", { tag: "@any-window" }, async ({
  page,
  app,
}) => {
  const [first, second] = await app.db.select().from(stages).orderBy(asc(stages.position));
  const { id, name, log } = await ownCustomer(app, "Bushbuck Bolts");
  const { dealId } = await log(dayOf(0), { stageId: first?.id });
  await page.goto(`/stages?view=board&search=${encodeURIComponent(name)}`);
  const card = column(page, first?.name ?? "")
    .getByRole("listitem")
    .filter({ hasText: name });
  const target = column(page, second?.name ?? "").locator("header");
  // What is selected would be dragged instead of the card.
  await page.keyboard.press("ControlOrMeta+a");
  // Before the board has come to life a drag is nobody's; and where it began it changes nothing.
  await expect(async () => {
    await card.dragTo(column(page, first?.name ?? "").locator("header"));
    await expect(page).toHaveURL(/view=board/);
    await card.dragTo(target);
    await expect(page).toHaveURL(`/log?customer=${id}&stage=${second?.id}&deal=${dealId}`, { timeout: 2000 });
  }).toPass();
  await expect(page.getByRole("radio", { name: second?.name ?? "" })).toBeChecked();
});

teamTest(
  "an archived stage keeps its cards and takes no others",
  { tag: "@any-window" },
  async ({ page, ownApp: { db, adminId } }) => {
    const [first, second, third] = await db.select().from(stages).orderBy(asc(stages.position));
    if (!first || !second || !third) throw new Error("A team has its stages.");
    const admin = { id: adminId, role: "admin" } as const;
    for (const [name, stageId] of [
      ["Duiker Dairies", first.id],
      ["Eland Eggs", second.id],
    ] as const) {
      const now = new Date();
      const customerId = await addCustomer(db, { name, openedOn: null, actor: admin, now });
      const entry = talk({ customerId, heldById: adminId, on: "2026-05-04", stageId });
      await logConversation(db, entry, { actor: admin, timeZone: "Africa/Johannesburg", now });
    }
    await db.update(stages).set({ archivedAt: new Date() }).where(eq(stages.id, second.id));

    await page.goto("/stages?view=board");
    await expect(column(page, second.name)).toContainText("archived");
    const card = column(page, first.name).getByRole("listitem").filter({ hasText: "Duiker Dairies" });
    await expect(async () => {
      await card.dragTo(column(page, second.name).locator("header"));
      await expect(page).toHaveURL("/stages?view=board");
      await card.dragTo(column(page, third.name).locator("header"));
      await expect(page).toHaveURL(/\/log\?/, { timeout: 2000 });
    }).toPass();
    await expect(page).toHaveURL(new RegExp(`stage=${third.id}&`));
  },
);

test.describe("without JavaScript", { tag: "@any-window" }, () => {
  test.use({ javaScriptEnabled: false });

  test("the board is paged by stage, and its cards lead to the form that logs", async ({ page, ask }) => {
    await page.goto("/stages?view=board&search=zebra+crossing");
    await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
    await page.goto("/stages?view=board");
    const { grid } = await ask("grid", "");
    const fullest = grid.stages.toSorted((one, other) => other.customers - one.customers)[0];
    await column(page, fullest?.stage ?? "")
      .getByRole("link", { name: `All ${fullest?.customers}` })
      .click();
    await expect(page).toHaveURL(/stage=\d+&view=board/);
    const seen = new Set<string>();
    for (;;) {
      for (const href of await board(page)
        .getByRole("link", { name: "Move to…" })
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")))
        seen.add(href);
      const next = page.getByRole("link", { name: "Next 60" });
      if (!(await next.isVisible())) break;
      await next.click();
      await expect(page.getByRole("link", { name: "First page" })).toBeVisible();
    }
    expect(seen.size).toBe(fullest?.customers);
    await board(page).getByRole("link", { name: "Move to…" }).first().click();
    await expect(page).toHaveURL(/\/log\?customer=\d+&deal=\d+$/);
  });
});
