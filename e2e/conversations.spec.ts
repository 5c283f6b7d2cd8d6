import { eq } from "drizzle-orm";
import { conversations, conversationVersions } from "@/db/schema";
import { addLogin } from "@/e2e/support/add-login";
import { expect } from "@/e2e/support/expect";
import { expectAccessible, expectNoSidewaysScroll } from "@/e2e/support/expect-accessible";
import { letIn } from "@/e2e/support/let-in";
import { pressChip, pressLog, whatHappened } from "@/e2e/support/log-form";
import { dayOf, ownCustomer } from "@/e2e/support/own-customer";
import { memberTest, test } from "@/e2e/support/test";

for (const javaScriptEnabled of [true, false]) {
  memberTest.describe(
    javaScriptEnabled ? "with JavaScript" : "without JavaScript",
    { tag: javaScriptEnabled ? [] : "@any-window" },
    () => {
      memberTest.use({ javaScriptEnabled });

      memberTest("corrected, taken back, deleted and undone, with its history", async ({ page, app }) => {
        const { name, log } = await ownCustomer(app, "Hartebeest Hoses");
        const said = await log(dayOf(-4), { note: "Wants 40 hoses" });
        await page.goto(`/conversations/${said.id}`);
        await expect(page).toHaveTitle(new RegExp(`^Conversation with ${name}, .*20\\d\\d.* · Pipelog$`));
        await page.getByRole("link", { name: "Correct" }).click();
        await expect(page).toHaveTitle(
          new RegExp(`^Correct a conversation with ${name}, .*20\\d\\d.* · Pipelog$`),
        );
        await expect(page.getByText("Was it another one? Delete this conversation")).toBeVisible();
        await expect(page.getByLabel("Note")).toHaveValue("Wants 40 hoses");
        await page.getByLabel("Note").fill("Wants 14 hoses");
        await pressChip(page, "Stage", "Qualified");
        if (javaScriptEnabled) {
          await expectAccessible(page);
          const day = page.getByLabel("Day", { exact: true });
          await day.press("Backspace");
          await page.getByRole("button", { name: "Save" }).click();
          await expect(day).toBeFocused();
          await day.fill(dayOf(-4));
        }
        await page.getByRole("button", { name: "Save" }).click();
        await expect(page.getByText("Corrected. Every figure follows.")).toBeVisible();
        await page.getByText("History").click();
        const note = page.getByRole("row", { name: /^Note/ });
        await expect(note).toContainText("Wants 40 hoses");
        await expect(note).toContainText("Wants 14 hoses");
        if (javaScriptEnabled) await expectAccessible(page);

        await page.getByRole("button", { name: "Undo", exact: true }).click();
        await expect(page.getByText("Taken back. It is as it was before.")).toBeVisible();
        await expect(page.getByText("No stage: it is not about a sale.")).toBeVisible();
        await page.getByRole("button", { name: "Delete" }).click();
        await expect(page.getByText("Deleted. This conversation is out of every figure.")).toBeVisible();
        const focused = page.locator(":focus");
        if (javaScriptEnabled) await expect(focused).toContainText("Deleted.");
        await page.getByRole("button", { name: "Undo", exact: true }).click();
        await expect(page.getByRole("button", { name: "Delete" })).toBeVisible();
        if (javaScriptEnabled) await expect(focused).toHaveCount(1);
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
        const [stored] = await app.db.select().from(conversations).where(eq(conversations.id, said.id));
        expect(stored).toMatchObject({ note: "Wants 40 hoses", deletedAt: null, version: 5 });

        await page.goto(`/conversations/${said.id}?saved=5`);
        await expect(page.getByText("Taken back. It is as it was before.")).toBeVisible();
        await app.db
          .update(conversationVersions)
          .set({ savedAt: new Date(Date.now() - 11 * 60_000) })
          .where(eq(conversationVersions.conversationId, said.id));
        await page.reload();
        await expect(page.getByRole("button", { name: "Delete" })).toBeVisible();
        await expect(page.getByText("Taken back. It is as it was before.")).toBeHidden();
      });

      memberTest(
        "of two who correct the second is told what changed, nothing is overwritten",
        { tag: "@any-window" },
        async ({ page, app }) => {
          const { log } = await ownCustomer(app, "Ibis Injectors");
          const said = await log(dayOf(-4), { note: "as logged", durationMinutes: 5 });
          const other = await page.context().newPage();
          await page.goto(`/conversations/${said.id}/correct`);
          await other.goto(`/conversations/${said.id}/correct`);
          await other.getByLabel("Note").fill("the other's");
          await other.getByLabel("Minutes it took").fill("15");
          await other.getByRole("button", { name: "Save" }).click();
          await expect(other.getByText("Corrected. Every figure follows.")).toBeVisible();

          await page.getByLabel("Note").fill("mine");
          await page.getByRole("button", { name: "Save" }).click();
          await expect(page.getByText("changed this conversation meanwhile")).toBeVisible();
          const changed = page.getByRole("row", { name: /^Note/ });
          await expect(changed).toContainText("the other's");
          await expect(changed).toContainText("yours differs");
          await expect(page.getByLabel("Note")).toHaveValue("mine");
          await expect(page.getByLabel("Minutes it took")).toHaveValue("15");
          if (javaScriptEnabled) await expectAccessible(page);
          await page.getByRole("button", { name: "Save" }).click();
          await expect(page.getByText("Corrected. Every figure follows.")).toBeVisible();
          const [stored] = await app.db.select().from(conversations).where(eq(conversations.id, said.id));
          expect(stored).toMatchObject({ note: "mine", durationMinutes: 15, version: 3 });
        },
      );

      memberTest(
        "of two who change it the second sees it as it is now, also from within its history",
        { tag: "@any-window" },
        async ({ page, app }) => {
          const { log } = await ownCustomer(app, "Lechwe Levers");
          const said = await log(dayOf(-4), { note: "as logged" });
          const other = await page.context().newPage();
          const correct = async (note: string) => {
            await other.goto(`/conversations/${said.id}/correct`);
            await other.getByLabel("Note").fill(note);
            await other.getByRole("button", { name: "Save" }).click();
            await expect(other.getByText("Corrected. Every figure follows.")).toBeVisible();
          };
          await correct("the second");
          await page.goto(`/conversations/${said.id}`);
          await page.getByText("History").click();
          await correct("the third");
          const goBack = page.getByRole("button", { name: "Go back to this" });
          await goBack.click();
          await expect(page.getByText("You have changed this conversation meanwhile.")).toBeInViewport();
          await expect(page.getByText("the third").first()).toBeVisible();
          await expect(page.getByText("the second")).toHaveCount(0);
          if (javaScriptEnabled) await expectAccessible(page);
          await goBack.click();
          await page.waitForURL(/saved=4$/);
          const [stored] = await app.db.select().from(conversations).where(eq(conversations.id, said.id));
          expect(stored).toMatchObject({ note: "as logged", version: 4 });
        },
      );

      memberTest("a follow-up is ticked and unticked, and done once it is logged", async ({ page, app }) => {
        const { name, log } = await ownCustomer(app, "Jackal Jacks");
        const said = await log(dayOf(-4), { note: "Call on Friday", followUpOn: dayOf(-1) });
        await page.goto(`/conversations/${said.id}`);
        await expect(page.getByText(/^Follow-up overdue since/)).toBeVisible();
        const done = page.getByRole("button", { name: /^Done/ });
        const below = page.getByRole("link", { name: "Follow up on this" });
        const places = async () => [await done.boundingBox(), await below.boundingBox()];
        const before = await places();
        await done.click();
        await expect(page.getByText(/^Follow-up of/)).toBeVisible();
        await expect(done).toHaveAttribute("aria-pressed", "true");
        expect(await places(), "where one presses next").toEqual(before);
        await expect(page.getByRole("link", { name: "Log the follow-up" })).toBeHidden();
        await done.click();
        await expect(done).toHaveAttribute("aria-pressed", "false");

        await below.click();
        await expect(page.getByRole("heading", { level: 1, name: "Log the follow-up" })).toBeVisible();
        await expect(page.getByText("Call on Friday")).toBeVisible();
        await page.getByLabel("Note").fill("Called.");
        if (javaScriptEnabled) await expectAccessible(page);
        await pressLog(page);
        await expect(whatHappened(page)).toContainText(`A conversation with ${name}`);
        await page.goto(`/conversations/${said.id}`);
        await page.getByRole("link", { name: "Followed up" }).click();
        await expect(page.getByText("Called.")).toBeVisible();
        await expect(page.getByRole("link", { name: "an earlier conversation" })).toBeVisible();
      });
    },
  );
}

test("who neither held nor recorded it reads it, and cannot change it", { tag: "@any-window" }, async ({
  page,
  app,
}) => {
  const { log } = await ownCustomer(app, "Kudu Keys");
  const said = await log(dayOf(-4), { note: "Not theirs" });
  await letIn(page.context(), app, await addLogin(app, "member"));
  await page.goto(`/conversations/${said.id}`);
  await expect(page.getByText("Not theirs")).toBeVisible();
  await expect(page.getByText("Only who held or recorded this conversation")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  // A phone's window with text twice as large.
  await page.setViewportSize({ width: 180, height: 370 });
  await expectNoSidewaysScroll(page);
  await page.goto(`/conversations/${said.id}/correct`);
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await page.goto("/conversations/999999999");
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});
