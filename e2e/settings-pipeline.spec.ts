import type { Page } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import { customers, stages } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { letIn } from "@/e2e/support/let-in";
import type { RunningApp } from "@/e2e/support/start-app";
import { teamAdmin, teamTest } from "@/e2e/support/team-test";
import { logConversation } from "@/lib/log/log-conversation";
import { talk } from "@/tests/support/cast";

teamTest.describe.configure({ timeout: 120_000 });

const timeZone = "Africa/Johannesburg";

async function logDeals({ db, adminId }: RunningApp & { adminId: number }, number: number): Promise<void> {
  const [demo] = (await db.select().from(stages)).filter(({ name }) => name === "Demo given");
  for (let index = 0; index < number; index += 1) {
    const name = `Customer ${index}`;
    const [customer] = await db
      .insert(customers)
      .values({ name, nameKey: name.toLowerCase() })
      .returning({ id: customers.id });
    const entry = talk({
      customerId: customer?.id ?? 0,
      heldById: adminId,
      on: "2026-05-04",
      stageId: demo?.id ?? 0,
    });
    await logConversation(db, entry, {
      actor: { id: adminId, role: "admin" },
      timeZone,
      now: new Date(),
    });
  }
}

const names = async ({ db }: RunningApp) =>
  (await db.select({ name: stages.name }).from(stages).orderBy(asc(stages.position))).map(({ name }) => name);

const stage = (page: Page, name: string) =>
  page.getByRole("form", { name: "Stages in order" }).getByRole("listitem").filter({ hasText: name });

const saved = "The stage is saved.";

async function open(page: Page, name: string) {
  await page.goto("/settings/pipeline");
  await stage(page, name)
    .getByRole("link", { name: `Edit ${name}` })
    .click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  teamTest.describe(
    javaScriptEnabled ? "with JavaScript" : "without JavaScript",
    { tag: javaScriptEnabled ? [] : "@any-window" },
    () => {
      teamTest.use({ javaScriptEnabled });

      teamTest(
        "a stage is added, described, moved, archived, restored and dropped",
        async ({ page, ownApp }) => {
          await page.goto("/settings/pipeline");
          await page.getByRole("link", { name: "Add stage" }).click();
          await page.getByLabel("Quiet after, in days").fill("soon");
          await page.getByRole("button", { name: "Add stage" }).click();
          await expect(page.getByText("Enter a name.")).toBeVisible();
          await expect(page.getByText("Enter a whole number of days from 1 to 3650")).toBeVisible();
          await expect(page.getByLabel("Quiet after, in days")).toHaveValue("soon");
          await page.getByLabel("Quiet after, in days").fill("5");
          await page.getByLabel("Name").fill("won");
          await page.getByRole("button", { name: "Add stage" }).click();
          await expect(page.getByText("There is a stage “won” already.")).toBeVisible();
          await page.getByLabel("Name").fill("Trial");
          await page.getByRole("button", { name: "Add stage" }).click();
          await page.waitForURL("/settings/pipeline");
          await expect(stage(page, "Trial")).toContainText("5 days");
          expect((await names(ownApp)).indexOf("Trial")).toBe(5);

          await open(page, "Trial");
          await page.getByLabel("Name").fill("Trial set");
          await page.getByLabel("Guide").fill("A set is fitted on a truck.");
          const teal = page.getByRole("radio", { name: "Teal" });
          await teal.check({ force: true });
          await page.getByRole("radio", { name: "Won", exact: true }).check();
          await teal.press("Enter");
          await expect(page.getByText(saved)).toBeVisible();
          if (javaScriptEnabled) {
            await expect(page.getByRole("radio", { name: "Won" }), "chosen beside it").toBeChecked();
            await expect(teal).toBeFocused();
          }
          await page.goto("/settings/pipeline");
          await expect(stage(page, "Trial set")).toContainText("A set is fitted on a truck.");

          await stage(page, "Trial set").getByRole("button", { name: "Move Trial set up" }).click();
          await expect(
            page.getByRole("form", { name: "Stages in order" }).getByRole("listitem").nth(4),
          ).toContainText("Trial set");
          await expect(page.getByText("This order is not saved yet.")).toBeVisible();
          expect((await names(ownApp)).indexOf("Trial set")).toBe(5);
          await page.getByRole("link", { name: "Look at the change" }).click();
          await expect(page.getByText("No figure changes.")).toBeVisible();
          await page.getByRole("button", { name: "Save this order" }).click();
          await page.waitForURL("/settings/pipeline");
          expect((await names(ownApp)).indexOf("Trial set")).toBe(4);

          await open(page, "Trial set");
          await page.getByRole("link", { name: "Look at archiving it" }).click();
          await expect(page.getByText("No customer stands there now.")).toBeVisible();
          await page.getByRole("button", { name: "Archive “Trial set”" }).click();
          await page.waitForURL("/settings/pipeline");
          await expect(stage(page, "Trial set")).toHaveCount(0);
          await page.getByRole("button", { name: "Restore Trial set" }).click();
          await expect(stage(page, "Trial set")).toBeVisible();
          await open(page, "Trial set");
          await page.getByRole("button", { name: "Drop this stage" }).click();
          await page.waitForURL("/settings/pipeline");
          await expect(stage(page, "Trial set")).toHaveCount(0);
          expect(await names(ownApp)).not.toContain("Trial set");
        },
      );

      teamTest(
        "outcome and merge come after their what-if, never the last of its kind",
        async ({ page, ownApp }) => {
          await logDeals(ownApp, 3);
          await open(page, "Demo given");
          await expect(
            page.getByText("It cannot be dropped: conversations stand or stood at it."),
          ).toBeVisible();
          await page.getByRole("radio", { name: "Won" }).check();
          await page.getByRole("button", { name: "Look at the change" }).click();
          await expect(
            page.getByText(/^3 deals become won: In Pipeline 3 → 0, Won 0 → 3, Win % – → 100/),
          ).toBeVisible();
          await expect(page.getByRole("row", { name: "Open deals 3 0" })).toBeVisible();
          await page.getByRole("button", { name: "Make “Demo given” won" }).click();
          await page.waitForURL("/settings/pipeline");
          await expect(stage(page, "Demo given")).toContainText("Won");
          await page.goto("/");
          await expect(page.getByRole("region", { name: "Figures" })).toContainText("3");

          await open(page, "Demo given");
          await page.getByRole("radio", { name: "Open" }).check();
          await page.getByRole("button", { name: "Look at the change" }).click();
          await expect(page.getByText(/^3 deals become open again: /)).toBeVisible();
          await page.getByRole("button", { name: "Make “Demo given” open" }).click();
          await page.waitForURL("/settings/pipeline");

          await open(page, "Demo given");
          await page.getByLabel("Merge into").selectOption("Qualified");
          await page.getByRole("button", { name: "Look at the merge" }).click();
          await expect(page.getByText("3 conversations of 3 deals move to “Qualified”.")).toBeVisible();
          await page.getByRole("button", { name: "Merge into “Qualified”" }).click();
          await page.waitForURL("/settings/pipeline");
          await expect(stage(page, "Demo given")).toHaveCount(0);
          await expect(page.getByText("Open, merged into Qualified")).toBeVisible();
          await expect(stage(page, "Qualified")).toContainText("3 customers");

          await open(page, "Won");
          await page.getByRole("link", { name: "Look at archiving it" }).click();
          await expect(page.getByText("A pipeline needs at least one stage that is won")).toBeVisible();
          await expect(page.getByRole("button", { name: "Archive “Won”" })).toHaveCount(0);
        },
      );

      teamTest(
        "the second of two is told what the first changed, and what they typed stays",
        { tag: "@any-window" },
        async ({ page, ownApp, browser }) => {
          const other = await browser.newPage({ baseURL: ownApp.url });
          await letIn(other.context(), ownApp, teamAdmin);
          await open(other, "Qualified");
          await open(page, "Qualified");
          await page.getByLabel("Guide").fill("They have a budget.");
          await page.getByRole("button", { name: "Save" }).click();
          await expect(page.getByText(saved)).toBeVisible();
          await other.getByLabel("Name").fill("Really qualified");
          await other.getByRole("button", { name: "Save" }).click();
          await expect(other.getByText("the guide is “They have a budget.” (was nothing)")).toBeVisible();
          await expect(other.getByText("You have changed this stage")).toBeVisible();
          await expect(other.getByLabel("Name")).toHaveValue("Really qualified");
          await other.getByRole("button", { name: "Save" }).click();
          await expect(other.getByText(saved)).toBeVisible();
          const [kept] = await ownApp.db.select().from(stages).where(eq(stages.name, "Really qualified"));
          expect(kept).toMatchObject({ guide: "They have a budget." });

          await logDeals(ownApp, 1);
          await open(other, "Demo given");
          await other.getByLabel("Merge into").selectOption("Contact made");
          await other.getByRole("button", { name: "Look at the merge" }).click();
          await open(page, "Contact made");
          await page.getByLabel("Name").fill("Do not use");
          await page.getByRole("button", { name: "Save" }).click();
          await expect(page.getByText(saved)).toBeVisible();
          await other.getByRole("button", { name: "Merge into “Contact made”" }).click();
          await expect(other.getByText("You have changed the pipeline meanwhile.")).toBeVisible();
          await other.getByRole("button", { name: "Merge into “Do not use”" }).click();
          await other.waitForURL("/settings/pipeline");
          await expect(stage(other, "Demo given")).toHaveCount(0);
          await other.close();
        },
      );
    },
  );
}

teamTest(
  "whoever edits a stage that was dropped meanwhile is told, and what they typed stays",
  async ({ page, ownApp }) => {
    await open(page, "Qualified");
    await page.getByLabel("Guide").fill("They have a budget.");
    await ownApp.db.delete(stages).where(eq(stages.name, "Qualified"));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Somebody has dropped this stage meanwhile.")).toBeVisible();
    await expect(page.getByLabel("Guide")).toHaveValue("They have a budget.");
  },
);

teamTest(
  "the order changes by keyboard, told aloud, and Escape puts a stage back",
  async ({ page, ownApp }) => {
    await page.goto("/settings/pipeline");
    const handle = page.getByRole("button", { name: "Move Demo given", exact: true });
    await handle.focus();
    await page.keyboard.press("Space");
    await expect(page.getByText("Demo given lifted, place 3 of 8.")).toBeAttached();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await expect(page.getByText("Demo given is back at place 3 of 8.")).toBeAttached();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(page.getByText("Demo given: place 1 of 8.")).toBeAttached();
    await expectAccessible(page);
    await page.keyboard.press("Space");
    await expect(handle).toBeFocused();
    await page.getByRole("link", { name: "Look at the change" }).click();
    await page.getByRole("button", { name: "Save this order" }).click();
    await page.waitForURL("/settings/pipeline");
    expect((await names(ownApp))[0]).toBe("Demo given");
  },
);

teamTest("the order changes by dragging, and is put back", async ({ page, ownApp }) => {
  await page.goto("/settings/pipeline");
  await page.getByRole("button", { name: "Move Contact made", exact: true }).hover();
  await page.mouse.down();
  const target = await stage(page, "Qualified").boundingBox();
  if (!target) throw new Error("The stage is in sight.");
  await page.mouse.move(target.x + 30, target.y + target.height / 2, { steps: 5 });
  await page.mouse.move(target.x + 30, target.y + target.height, { steps: 5 });
  await page.mouse.up();
  const first = page.getByRole("form", { name: "Stages in order" }).getByRole("listitem").first();
  await expect(first).toContainText("Qualified");
  expect((await names(ownApp))[0]).toBe("Contact made");
  await page.getByRole("link", { name: "Put it back" }).click();
  await expect(first).toContainText("Contact made");
});

teamTest("axe finds nothing on the pipeline's pages", async ({ page, ownApp }) => {
  await logDeals(ownApp, 1);
  const [first, second] = await ownApp.db.select().from(stages).orderBy(asc(stages.position));
  for (const path of [
    "",
    "/new",
    `/${first?.id}`,
    `/${first?.id}/outcome?to=won`,
    `/${first?.id}/outcome?to=open`,
    `/${first?.id}/archive`,
    `/${first?.id}/merge?into=${second?.id}`,
    `/order?seen=1&wanted=2`,
  ]) {
    await page.goto(`/settings/pipeline${path}`);
    await expectAccessible(page);
  }
  await page.goto(`/settings/pipeline/${first?.id}/merge?into=${first?.id}`);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByText(/moves? to|archived/)).toHaveCount(0);
});
