import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { customerMerges } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible, expectNoSidewaysScroll } from "@/e2e/support/expect-accessible";
import { ownCustomer } from "@/e2e/support/own-customer";
import { memberTest } from "@/e2e/support/test";
import { addContact } from "@/lib/customers/change-contact";
import { mergeCustomers } from "@/lib/customers/merge-customers";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

memberTest(
  "two entries of one customer: found, looked at, merged into the one that stays, and taken apart again",
  async ({ page, app }) => {
    const [one, other] = [await ownCustomer(app, "Civet Cement"), await ownCustomer(app, "Civet Cement Ltd")];
    const domain = `civet-${one.id}.example`;
    for (const { id, adminId } of [one, other])
      await addContact(app.db, {
        ...{ customerId: id, name: "Naledi", role: "", phone: "", email: `n${id}@${domain}` },
        ...{ actor: { id: adminId, role: "admin" }, now: new Date() },
      });
    const stage = (await app.db.query.stages.findMany()).find(({ outcome }) => outcome === "open");
    await one.log("2026-11-02", { stageId: stage?.id ?? null, amount: "100", deal: { name: "Bags" } });
    await other.log("2026-11-03", { stageId: stage?.id ?? null, amount: "50", deal: { name: "bags" } });

    await page.goto("/customers");
    await page.getByRole("link", { name: "Find duplicates" }).click();
    await expect(heading(page, "Possible duplicates")).toBeVisible();
    await expect(page.getByRole("article").filter({ hasText: domain })).toContainText(other.name);
    await page.getByRole("link", { name: `of ${one.name} and ${other.name}` }).click();

    await expect(heading(page, `${one.name} and ${other.name}`)).toBeVisible();
    await expect(page).toHaveTitle(/^Merge .+ with .+ · Pipelog$/);
    await page.getByRole("radio", { name: other.name }).check();
    await page.getByRole("button", { name: "See what would change" }).click();
    const preview = page.getByRole("region", { name: "What would change" });
    await expect(preview).toContainText(`“${one.name}” becomes part of “${other.name}”`);
    await expect(preview).toContainText("“Bags” is at both and each is kept: one becomes “Bags (2)”.");
    await expect(preview).toContainText("one becomes “Naledi (2)”");
    await expect(preview.getByRole("row", { name: /^In Pipeline/ })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await other.log("2026-11-04");
    await page.getByRole("button", { name: "Merge the two" }).click();
    await expect(page.getByText("Something has changed meanwhile.")).toBeVisible();
    await page.getByRole("button", { name: "Merge the two" }).click();

    await expect(page.getByText("Merged. Every figure follows")).toBeVisible();
    await expect(heading(page, other.name)).toBeVisible();
    await app.db
      .update(customerMerges)
      .set({ mergedAt: new Date(Date.now() - 11 * 60_000) })
      .where(eq(customerMerges.fromId, one.id));
    await page.reload();
    await expect(heading(page, other.name)).toBeVisible();
    await expect(page.getByText("Merged. Every figure follows")).toBeHidden();
    await expect(page.getByRole("main")).toContainText("Bags (2)");
    await page.goto(`/customers/${one.id}/edit`);
    await expect(page).toHaveURL(`/customers/${other.id}`);
    for (const { id } of [one, other]) {
      await page.goto(`/customers/${other.id}/merge?with=${id}`);
      await expect(heading(page, `Merge ${other.name}`)).toBeVisible();
      await expect(page, "as the page says, no other one").toHaveTitle(`Merge ${other.name} · Pipelog`);
    }
    await page.goto(`/customers/${other.id}`);

    await page.getByRole("link", { name: `Undo the merge of ${one.name}` }).click();
    await page.getByRole("button", { name: "See what would change" }).click();
    await expect(preview).toContainText(`“${one.name}” is a customer of its own again`);
    await page.getByRole("button", { name: "Undo the merge" }).click();
    await expect(heading(page, one.name)).toBeVisible();
    await expect(page).toHaveURL(`/customers/${one.id}`);
    await expect(page.getByRole("main")).not.toContainText("Bags (2)");
  },
);

memberTest(
  "what was typed of a customer that is merged meanwhile is not lost: it is refused, or goes to the survivor",
  async ({ page, app, context }) => {
    const [one, other] = [await ownCustomer(app, "Hyrax Hats"), await ownCustomer(app, "Hats by Hyrax")];
    await page.goto(`/customers/${one.id}/edit`);
    await page.getByLabel("Name", { exact: true }).fill("Hyrax Millinery");
    const beside = await context.newPage();
    await beside.goto(`/customers/${one.id}/contacts/new`);
    await beside.getByLabel("Name", { exact: true }).fill("Zandile");
    const actor = { id: one.adminId, role: "admin" as const };
    await mergeCustomers(app.db, { fromId: one.id, intoId: other.id, actor, now: new Date() });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(`“${one.name}” is part of “${other.name}” by a merge.`)).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Hyrax Millinery");
    await beside.getByRole("button", { name: "Add the contact" }).click();
    await expect(heading(beside, other.name)).toBeVisible();
    await expect(beside.getByText("Zandile").first()).toBeVisible();
    await page.getByRole("link", { name: `Show “${other.name}”` }).click();
    await expect(heading(page, other.name)).toBeVisible();
  },
);

memberTest.describe("without JavaScript", () => {
  memberTest.use({ javaScriptEnabled: false });

  memberTest("a merge is searched for, looked at and done", async ({ page, app }) => {
    const [one, other] = [await ownCustomer(app, "Genet Glass"), await ownCustomer(app, "Glass by Genet")];
    await page.goto(`/customers/${one.id}`);
    await page.getByRole("link", { name: "Merge", exact: true }).click();
    await page.getByLabel("Which customer is it the same as?").fill("nobody by this name");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("No other customer is found")).toBeVisible();
    await page.getByLabel("Which customer is it the same as?").fill(other.name);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("main").getByRole("link", { name: other.name }).click();
    await page.getByRole("button", { name: "See what would change" }).click();
    await expect(page.getByText("No figure of the overview changes.")).toBeVisible();
    await page.getByRole("button", { name: "Merge the two" }).click();
    await expect(heading(page, one.name)).toBeVisible();
  });
});
