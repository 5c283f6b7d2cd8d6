import type { Page } from "@playwright/test";
import { addLogin } from "@/e2e/support/add-login";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { expectHydrated } from "@/e2e/support/expect-hydrated";
import { letIn } from "@/e2e/support/let-in";
import { newName } from "@/e2e/support/new-name";
import { dayOf, ownCustomer } from "@/e2e/support/own-customer";
import { signIn } from "@/e2e/support/sign-in";
import { teamTest } from "@/e2e/support/team-test";
import { memberTest, test } from "@/e2e/support/test";
import { addContact } from "@/lib/customers/change-contact";
import { editCustomer } from "@/lib/customers/change-customer";

const searchBox = (page: Page) => page.getByRole("searchbox");
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

memberTest(
  "a new customer: searched for in vain, added, corrected, archived and taken back",
  async ({ page }) => {
    const name = newName("Kudu Cartage");
    await page.goto("/customers");
    await searchBox(page).pressSequentially(name);
    await page.getByRole("link", { name: `Add “${name}”` }).click();
    await expect(heading(page, "Add a customer")).toBeVisible();
    await expect(page.getByLabel("Name")).toHaveValue(name);
    await expect(page.getByLabel("Account opened on")).toHaveValue(dayOf(0));
    await page.getByRole("button", { name: "Add the customer" }).click();
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByText("What is said with this customer appears here")).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByLabel("Name").fill(`${name} Ltd`);
    await page.getByLabel("Account opened on").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(heading(page, `${name} Ltd`)).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Account opened–");

    await page.getByRole("button", { name: "Archive" }).click();
    await expect(page.getByText("Archived on")).toBeVisible();
    await page.goto(`/customers?search=${encodeURIComponent(name)}`);
    await page.getByRole("link", { name: "Show 1 that is archived" }).click();
    await page.getByRole("link", { name: `${name} Ltd` }).click();
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(page.getByRole("button", { name: "Archive" })).toBeVisible();
    await expect(page.getByText("Archived on")).toBeHidden();
    const said = (text: string) => page.getByRole("status").filter({ hasText: text });
    await expect(said("Restored.")).toBeFocused();
    await page.getByRole("button", { name: "Archive" }).click();
    await expect(said("Archived on")).toBeFocused();
  },
);

memberTest("going back to a list, also after an act, leads to where one was in it", async ({ page }) => {
  await page.goto("/customers");
  await expectHydrated(page);
  const name = String(await page.locator("main th a").nth(25).textContent());
  const left = page.getByRole("main").getByRole("link", { name, exact: true });
  await left.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  await left.click();
  await expect(heading(page, name)).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(heading(page, name)).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Name")).toHaveValue(name);
  await page.goBack();
  await expect(heading(page, name)).toBeVisible();
  await page.goBack();
  await expect(left).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  await expect(left).toBeFocused();
});

memberTest("wrong input is told at its field and nothing typed is lost", async ({ page, app }) => {
  const { id, name } = await ownCustomer(app, "Impala Imports");
  await page.goto("/customers/new");
  await page.getByLabel("Account opened on").fill(dayOf(-3));
  await page.getByRole("button", { name: "Add the customer" }).click();
  await expect(page.getByText("Write the customer's name.")).toBeVisible();
  await expect(page.getByLabel("Name")).toBeFocused();
  await expect(page.getByLabel("Account opened on")).toHaveValue(dayOf(-3));

  await page.getByLabel("Name").fill(name.toUpperCase());
  await page.getByLabel("Account opened on").fill(dayOf(1));
  await page.getByRole("button", { name: "Add the customer" }).click();
  await expect(page.getByText("This day is still to come")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Account opened on").fill("");
  await page.getByRole("button", { name: "Add the customer" }).click();
  await expect(page.getByRole("alert").filter({ hasText: `“${name}” already` })).toBeVisible();
  await expect(page.getByRole("link", { name: "Show it" })).toHaveAttribute("href", `/customers/${id}`);
  await expect(page.getByLabel("Name")).toHaveValue(name.toUpperCase());

  await page.getByLabel("Name").fill(`${name} too`);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Add the customer" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "the connection failed" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue(`${name} too`);
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Add the customer" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You have been signed out" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue(`${name} too`);
  await expectAccessible(page);
  const opens = page.waitForEvent("popup");
  await page.getByRole("link", { name: "sign in in a new window" }).click();
  const other = await opens;
  await signIn(other);
  await other.close();
  await page.getByRole("button", { name: "Add the customer" }).click();
  await expect(heading(page, `${name} too`)).toBeVisible();
});

memberTest(
  "the list follows what one types while the caret stays, and says by whom it found",
  async ({ page, app }) => {
    const { id, name, adminId } = await ownCustomer(app, "Nyala Nuts");
    const person = newName("Themba");
    await addContact(app.db, {
      customerId: id,
      name: person,
      role: "",
      email: "",
      phone: "",
      actor: { id: adminId, role: "admin" },
      now: new Date(),
    });
    await page.goto("/customers");
    await searchBox(page).pressSequentially(name.slice(0, -4));
    await searchBox(page).pressSequentially(name.slice(-4));
    await expect(page.getByRole("status").filter({ hasText: /^1 customer$/ })).toBeVisible();
    await expect(page.getByRole("row").getByRole("link", { name })).toBeVisible();
    await expect(searchBox(page)).toBeFocused();
    await expect(page).toHaveURL((url) => url.searchParams.get("search") === name);
    await expectAccessible(page);

    await searchBox(page).fill(person);
    await expect(page.getByRole("row").filter({ hasText: name })).toContainText(person);
    await searchBox(page).fill("");
    await expect(page.getByRole("link", { name: "Next 50" })).toBeVisible();
    await page.getByRole("link", { name: "Next 50" }).click();
    await expect(page.getByRole("link", { name: "First page" })).toBeVisible();
  },
);

memberTest("a contact: wrong input, called and written to, changed, archived", async ({ page, app }) => {
  const { id } = await ownCustomer(app, "Oryx Oils");
  await page.goto(`/customers/${id}`);
  await page.getByRole("link", { name: "Add a contact" }).click();
  await expect(page.getByLabel("Name")).toHaveAttribute("autocapitalize", "words");
  await page.getByLabel("Name").fill("Lerato Nkosi");
  await page.getByLabel("E-mail").fill("lerato at oryx");
  await page.getByLabel("Phone").fill("ask her");
  await page.getByRole("button", { name: "Add the contact" }).click();
  await expect(page.getByText("Enter an e-mail address")).toBeVisible();
  await expect(page.getByText("Enter a phone number")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Lerato Nkosi");
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill("lerato@oryx.example");
  await page.getByLabel("Phone").fill("+27 (0)82 555 0199");
  await page.getByRole("button", { name: "Add the contact" }).click();
  await expect(page.getByRole("link", { name: "+27 (0)82 555 0199" })).toHaveAttribute(
    "href",
    "tel:+27825550199",
  );
  await expect(page.getByRole("link", { name: "lerato@oryx.example" })).toHaveAttribute(
    "href",
    "mailto:lerato@oryx.example",
  );

  await page.getByRole("link", { name: "Edit Lerato Nkosi" }).click();
  await expect(page).toHaveTitle(/^Edit Lerato Nkosi at /);
  const address = page.url();
  const another = await ownCustomer(app, "Oryx Ovens");
  await page.goto(address.replace(`/customers/${id}/`, `/customers/${another.id}/`));
  await expect(page, "a contact is its customer's alone").toHaveTitle("Not found · Pipelog");
  await page.goto(address);
  await page.getByLabel("Role").fill("Buyer");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Lerato Nkosi · Buyer")).toBeVisible();
  await page.getByRole("link", { name: "Edit Lerato Nkosi" }).click();
  await expect(page.getByLabel("Role")).toHaveValue("Buyer");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Archive this contact" }).click();
  await expect(page.getByText("Nobody yet.")).toBeVisible();
});

memberTest(
  "a customer's page tells its deals' path, what is due and what was said, page by page",
  async ({ page, app }) => {
    const { id, log } = await ownCustomer(app, "Puku Paints");
    const stages = await app.db.query.stages.findMany();
    const stage = (name: string) => stages.find((one) => one.name === name)?.id ?? null;
    for (let day = 60; day > 40; day--) await log(dayOf(-day), { note: `Service call ${day}` });
    await log(dayOf(-30), { stageId: stage("Contact made"), note: "First sales contact" });
    await log(dayOf(-20), { stageId: stage("Proposal sent"), amount: "1234.50" });
    await log(dayOf(-2), { note: "Sent the catalogue", followUpOn: dayOf(2) });
    await page.goto(`/customers/${id}`);
    const path = page.getByRole("list", { name: "Path through the stages" });
    await expect(path).toContainText("Contact made 10 days");
    await expect(path).toContainText("Proposal sent 20 days so far");
    await expect(page.getByRole("main")).toContainText("Days before pipeline");
    await expect(page.getByText("in 2 days")).toBeVisible();
    await expectAccessible(page);

    await expect(page.getByText("Service call 41")).toBeVisible();
    await expect(page.getByText("Service call 60")).toBeHidden();
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page.getByText("Service call 60")).toBeVisible();
    await page.getByRole("link", { name: "Newest" }).click();
    await expect(page.getByText("First sales contact")).toBeVisible();

    const noSuchPage = page.getByText("This list, in this order, has no such page. Its first one is shown.");
    await expect(noSuchPage).toHaveCount(0);
    for (const path of [`/customers/${id}?older=nonsense`, "/customers?cursor=nonsense"]) {
      await page.goto(path);
      await expect(noSuchPage).toBeVisible();
    }
  },
);

memberTest(
  "of two who edit one customer, the second sees both values and overwrites nothing unawares",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const { id, name } = await ownCustomer(app, "Quagga Quarries");
    const ben = await addLogin(app, "member");
    await page.goto(`/customers/${id}/edit`);
    await expect(page).toHaveTitle(`Edit ${name} · Pipelog`);
    await page.getByLabel("Name").fill(`${name} of mine`);
    await editCustomer(app.db, {
      customerId: id,
      version: 1,
      name: `${name} of Ben's`,
      openedOn: dayOf(-7),
      actor: { id: ben.id, role: "member" },
      now: new Date(),
    });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: `${ben.name} has changed this customer` }),
    ).toBeVisible();
    await expect(page.getByText(`Meanwhile “${name} of Ben's” was saved`)).toBeVisible();
    await expect(page.getByLabel("Name")).toHaveValue(`${name} of mine`);
    await expect(page.getByText(`it was “${dayOf(-40)}”`)).toBeVisible();
    await expect(page.getByLabel("Account opened on")).toHaveValue(dayOf(-7));
    await expectAccessible(page);

    await page.getByRole("button", { name: "Save" }).click();
    await expect(heading(page, `${name} of mine`)).toBeVisible();
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await expect(page.getByLabel("Account opened on")).toHaveValue(dayOf(-7));
  },
);

memberTest(
  "an archive of a customer somebody changed meanwhile is told and not done",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const { id, name } = await ownCustomer(app, "Rhebok Rails");
    const ben = await addLogin(app, "member");
    await page.goto(`/customers/${id}`);
    await expect(page.getByRole("button", { name: "Archive" })).toBeVisible();
    await editCustomer(app.db, {
      customerId: id,
      version: 1,
      name: `${name} & Sons`,
      openedOn: null,
      actor: { id: ben.id, role: "member" },
      now: new Date(),
    });
    await page.getByRole("button", { name: "Archive" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: `${ben.name} has changed this customer` }),
    ).toBeVisible();
    await expect(heading(page, `${name} & Sons`)).toBeVisible();
    await page.getByRole("button", { name: "Archive" }).click();
    await expect(page.getByText("Archived on")).toBeVisible();
  },
);

memberTest.describe("without JavaScript", { tag: "@any-window" }, () => {
  memberTest.use({ javaScriptEnabled: false });

  memberTest("customers are found, added, and an edit that came second is told", async ({ page, app }) => {
    const name = newName("Sitatunga Silos");
    await page.goto("/customers");
    await searchBox(page).fill(name);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: `Add “${name}”` }).click();
    await expect(heading(page, "Add a customer")).toBeVisible();
    await page.getByLabel("Name").fill(" ");
    await page.getByLabel("Account opened on").fill(dayOf(-5));
    await page.getByRole("button", { name: "Add the customer" }).click();
    await expect(page.getByText("Write the customer's name.")).toBeVisible();
    await expect(page.getByLabel("Account opened on")).toHaveValue(dayOf(-5));
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Add the customer" }).click();
    await expect(heading(page, name)).toBeVisible();

    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByLabel("Account opened on").fill(dayOf(-9));
    const id = Number(new URL(page.url()).pathname.split("/")[2]);
    const ben = await addLogin(app, "member");
    const actor = { id: ben.id, role: "member" } as const;
    await editCustomer(app.db, { customerId: id, version: 1, name, openedOn: null, actor, now: new Date() });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Meanwhile nothing was saved.")).toBeVisible();
    await expect(page.getByLabel("Account opened on")).toHaveValue(dayOf(-9));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(heading(page, name)).toBeVisible();
  });
});

for (const javaScriptEnabled of [true, false]) {
  memberTest.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    memberTest.use({ javaScriptEnabled });

    memberTest(
      "a name that is nearly another's is asked about, and added all the same",
      async ({ page, app }) => {
        const { id, name } = await ownCustomer(app, "Zebra Zinc");
        const near = name.replace("Zebra", "Zebar");
        const others = page.getByRole("list", { name: "Called nearly so" });
        const submit = (label: string) => page.getByRole("button", { name: label }).click();
        await page.goto("/customers/new");
        await page.getByLabel("Name").fill(near);
        await page.getByLabel("Account opened on").fill(dayOf(-4));
        await submit("Add the customer");
        await expect(page.getByText("Is it one of those below?")).toBeVisible();
        if (javaScriptEnabled) await expectAccessible(page);
        await expect(others.getByRole("link", { name })).toHaveAttribute("href", `/customers/${id}`);
        await expect(page.getByLabel("Name")).toHaveValue(near);
        await expect(page.getByLabel("Account opened on")).toHaveValue(dayOf(-4));

        const otherwise = name.replace(" Zinc", "Zinc");
        const askedAbout = page.locator("input[name=askedAbout]");
        await page.getByLabel("Name").fill(otherwise);
        await submit("Add it all the same");
        await expect(askedAbout).toHaveValue(otherwise);
        await expect(others.getByRole("link", { name })).toBeVisible();
        await page.getByLabel("Name").fill(near);
        await submit("Add it all the same");
        await expect(askedAbout).toHaveValue(near);
        await submit("Add it all the same");
        await expect(heading(page, near)).toBeVisible();
      },
    );
  });
}

teamTest("a new team is told what will appear here and how", async ({ page }) => {
  await page.goto("/customers");
  await expect(page.getByText("Your customers appear here")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Archived" }).click();
  await expect(page.getByText("No customer is archived")).toBeVisible();
  await page.goto("/follow-ups");
  await expect(page.getByText("Give a conversation a follow-up date")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/customers");
  await page.getByRole("main").getByRole("link", { name: "Add a customer" }).last().click();
  await expect(heading(page, "Add a customer")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Umbrella Thorn");
  await page.getByRole("button", { name: "Add the customer" }).click();
  await expect(heading(page, "Umbrella Thorn")).toBeVisible();
});

test("a viewer reads customers and is offered nothing to change", { tag: "@any-window" }, async ({
  page,
  app,
}) => {
  const { id, name } = await ownCustomer(app, "Topi Timber");
  await letIn(page.context(), app, await addLogin(app, "viewer"));
  await page.goto("/customers");
  await expect(page.getByRole("link", { name: /^Add/ })).toBeHidden();
  await page.goto(`/customers/${id}`);
  await expect(heading(page, name)).toBeVisible();
  for (const role of ["link", "button"] as const)
    await expect(page.getByRole("main").getByRole(role, { name: /Add|Edit|Archive|Log/ })).toHaveCount(0);
  for (const address of ["/customers/new", `/customers/${id}/edit`, `/customers/${id}/contacts/new`]) {
    await page.goto(address);
    await expect(page.getByText("Viewers read.")).toBeVisible();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  }
});
