import { expect } from "@/e2e/support/expect";
import { expectAccessible, expectNoSidewaysScroll } from "@/e2e/support/expect-accessible";
import { expectWholeWords } from "@/e2e/support/expect-whole-words";
import { ownCustomer } from "@/e2e/support/own-customer";
import { memberTest } from "@/e2e/support/test";

memberTest(
  "a deal is split, joined, renamed, and taken back from its history; a conversation is moved and put back",
  async ({ page, app }) => {
    const { id, name, log } = await ownCustomer(app, "Wildebeest Wool");
    const stages = await app.db.query.stages.findMany();
    const stageId = (outcome: string) => stages.find((stage) => stage.outcome === outcome)?.id ?? null;
    await log("2026-09-01", { stageId: stageId("open"), amount: "118647840.25", deal: { name: "Bales" } });
    await log("2026-09-05", { stageId: stageId("won"), deal: { name: "Bales" } });
    const last = await log("2026-10-10", { stageId: stageId("open"), amount: "40", deal: { name: "Bales" } });

    await page.goto(`/customers/${id}`);
    await page.getByRole("link", { name: "Details of the deal Bales" }).click();
    await page.locator("summary", { hasText: "Split" }).click();
    await page.getByRole("button", { name: "See what would change" }).click();
    await expect(page.getByText("Choose the conversations of the new deal.")).toBeInViewport();
    await page.getByRole("button", { name: "From here on" }).last().click();
    await page.getByLabel("Name of the new deal").fill("BALES");
    await page.getByRole("button", { name: "See what would change" }).click();
    await expect(page.getByText("This customer has a deal called “BALES” already.")).toBeVisible();
    await page.getByLabel("Name of the new deal").fill("Autumn");
    await page.getByRole("button", { name: "See what would change" }).click();
    const preview = page.getByRole("region", { name: "What would change" });
    await expect(preview.getByRole("row", { name: /A deal more/ })).toContainText("Autumn");
    await expect(preview.getByRole("row", { name: /^Won/ })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await expectWholeWords(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("button", { name: "Make it a deal of its own" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.getByRole("link", { name: "Details of the deal Autumn" }).click();

    await expect(page).toHaveTitle(`Autumn, ${name} · Pipelog`);
    const emptied = page.url();
    await expect(page.getByText("Split by")).toBeVisible();
    await page.locator("summary", { hasText: "Undo" }).click();
    await page.getByRole("button", { name: "See what would change" }).last().click();
    await expect(preview).toContainText("Bales");
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("link", { name: "Details of the deal Autumn" })).toBeHidden();
    await page.goto(emptied);
    const gone = page.getByText("No conversation is on this deal any more");
    await expect(gone.getByRole("link", { name: "the deal “Bales”" })).toBeVisible();
    await expect(page.getByText("Took back: Split")).toBeVisible();
    await expect(page.getByText("can change it")).toHaveCount(0);

    await page.goto(`/conversations/${last.id}`);
    await page.getByRole("link", { name: "Bales" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Bales" })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Log a conversation" }).click();
    await expect(page).toHaveURL(new RegExp(`/log\\?customer=${id}&deal=${last.dealId}$`));
    await expect(page.locator(`input[name=deal][value="${last.dealId}"]`)).toBeChecked();

    await page.goto(`/conversations/${last.id}`);
    await page.getByRole("link", { name: "Move to another deal" }).click();
    await expect(page.getByText("It is on Bales now.")).toBeVisible();
    await page.getByRole("button", { name: "See what would change" }).click();
    await expect(page.getByText("Choose one.")).toBeVisible();
    await page.getByLabel("To which deal?").selectOption({ label: "A new deal" });
    await page.getByRole("button", { name: "See what would change" }).click();
    await page.getByRole("button", { name: "Move the conversation" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.goto(`/conversations/${last.id}`);
    await page.getByRole("link", { name: /^Deal of .*2026$/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Deal of .*2026$/ })).toBeVisible();
    await page.goto(`/conversations/${last.id}`);
    await page.locator("summary", { hasText: "History" }).click();
    await page.getByRole("button", { name: "Go back to this" }).first().click();
    await expect(page.getByText("Taken back. It is as it was before.")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Bales");
  },
);

memberTest.describe("without JavaScript", { tag: "@any-window" }, () => {
  memberTest.use({ javaScriptEnabled: false });

  memberTest("what was opened to change a deal stands open at what it answers", async ({ page, app }) => {
    const { id, log } = await ownCustomer(app, "Wildebeest Wool");
    const stage = await app.db.query.stages.findFirst({
      where: (stage, { eq }) => eq(stage.outcome, "open"),
    });
    for (const day of ["2026-09-01", "2026-09-05"])
      await log(day, { stageId: stage?.id ?? null, deal: { name: "Bales" } });
    await page.goto(`/customers/${id}`);
    await page.getByRole("link", { name: "Details of the deal Bales" }).click();
    const split = page.locator("details").filter({ hasText: "These become the new deal" });
    await split.locator("summary").click();
    await split.getByRole("button", { name: "See what would change" }).click();
    await expect(page.getByText("Choose the conversations of the new deal.")).toBeInViewport();
    await split.getByRole("checkbox").last().check();
    await split.getByRole("button", { name: "See what would change" }).click();
    await expect(page.getByRole("region", { name: "What would change" })).toBeInViewport();
    await split.getByRole("button", { name: "Make it a deal of its own" }).click();
    await expect(page.getByRole("link", { name: /^Details of the deal/ })).toHaveCount(2);
  });
});

memberTest(
  "of an open deal a table says that it has no day of closing, and a card says nothing of it",
  { tag: "@any-window" },
  async ({ page }) => {
    await page.goto("/deals?figure=in-pipeline&cursor=nonsense");
    await expect(
      page.getByText("This list, in this order, has no such page. Its first one is shown."),
    ).toBeVisible();
    await page.goto("/deals?figure=in-pipeline");
    await expect(page.getByText("has no such page")).toHaveCount(0);
    const row = page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader") })
      .first();
    const cell = (label: string) => row.locator(`[data-label="${label}"]`);
    for (const label of ["Closed", "Days to close"]) await expect(cell(label)).toHaveText("–");
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(cell("Opened")).toBeVisible();
    for (const label of ["Closed", "Days to close"]) await expect(cell(label)).toBeHidden();
  },
);

memberTest(
  "the middle of a customer's name and of a deal's leads to each, and both are high enough to press",
  async ({ page, isMobile }) => {
    await page.goto("/deals?figure=in-pipeline");
    const links = page.getByRole("rowheader").first().getByRole("link");
    await links.last().scrollIntoViewIfNeeded();
    const pressed = await links.evaluateAll((all) =>
      all.map((link) => {
        const { left, top, width, height } = link.getBoundingClientRect();
        const isHit = link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        return { isHit, height };
      }),
    );
    expect(pressed.map(({ isHit }) => isHit)).toEqual([true, true]);
    for (const { height } of pressed) expect(height).toBeGreaterThanOrEqual(isMobile ? 44 : 24);
  },
);
