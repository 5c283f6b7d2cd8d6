import { readFile } from "node:fs/promises";
import { expect } from "@/e2e/support/expect";
import { expectAccessible, expectNoSidewaysScroll } from "@/e2e/support/expect-accessible";
import { newName } from "@/e2e/support/new-name";
import { ownCustomer } from "@/e2e/support/own-customer";
import { memberTest } from "@/e2e/support/test";
import { addContact } from "@/lib/customers/change-contact";

memberTest(
  "a contact asks what is held and to be erased: exported, looked at, typed wrongly, erased for good",
  async ({ page, app }) => {
    const { id, adminId, log } = await ownCustomer(app, "Oribi Optics");
    const name = newName("Palesa");
    const contactId = await addContact(app.db, {
      ...{ customerId: id, name, role: "Buyer", email: "", phone: "" },
      ...{ actor: { id: adminId, role: "admin" }, now: new Date() },
    });
    const own = await log("2026-11-02", { contactId, note: "Her daughter starts school" });
    await log("2026-11-03", { note: `Ask ${name} for the measures` });
    await page.goto(`/customers/${id}/contacts/${contactId}`);
    await page.getByRole("link", { name: "Export or erase what is held" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.getByRole("link", { name: "Contact", exact: true }).click();
    await page.getByRole("link", { name: "Export or erase what is held" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export all that is held" }).click();
    const held = await readFile(await (await download).path(), "utf8");
    expect(JSON.parse(held).conversationVersions).toHaveLength(2);

    await page.getByRole("button", { name: "See what would change" }).click();
    await expect(page.getByText("The notes of 2 conversations are blanked")).toBeVisible();
    await expect(page.getByText("No figure of the overview changes.")).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByLabel(`Type ${name} to confirm`).fill("Palesa");
    await page.getByRole("button", { name: "Erase for good" }).click();
    await expect(page.getByText(`Type ${name} to confirm.`)).toBeVisible();
    await page.getByLabel(`Type ${name} to confirm`).fill(name);
    await page.getByRole("button", { name: "Erase for good" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Erased contact ${contactId}` })).toBeVisible();
    await expect(page.getByText("The details of this person were erased on")).toBeInViewport();
    await expect(page.getByRole("button", { name: "See what would change" })).toHaveCount(0);
    await expectAccessible(page);
    await page.goto(`/conversations/${own.id}`);
    await expect(page.getByRole("main")).toContainText(`Erased contact ${contactId}`);
    await expect(page.getByRole("main")).not.toContainText("daughter");
    await page.goto(`/customers/${id}`);
    await expect(page.getByText("Ask [erased] for the measures")).toBeVisible();

    await page.goto(`/privacy/member/${adminId}`);
    await expect(page.getByText("Notes stay, but for the name in them.")).toBeVisible();
  },
);
