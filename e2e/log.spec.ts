import type { Locator, Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { channels, contacts, conversations, customers, deals, members, stages, topics } from "@/db/schema";
import { addLogin } from "@/e2e/support/add-login";
import { cutLine } from "@/e2e/support/cut-line";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { holdBack } from "@/e2e/support/hold-back";
import { letIn } from "@/e2e/support/let-in";
import { openMore, pressChip, pressLog, whatHappened } from "@/e2e/support/log-form";
import { newName } from "@/e2e/support/new-name";
import { dayOf, ownCustomer } from "@/e2e/support/own-customer";
import type { RunningApp } from "@/e2e/support/start-app";
import { teamTest } from "@/e2e/support/team-test";
import { memberTest, test } from "@/e2e/support/test";

const customerField = (page: Page) => page.getByLabel("Customer", { exact: true });
const figure = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

/** Waits until this device keeps a draft in which that is said. */
async function expectDraft(page: Page, said: string) {
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain(said);
}

/** A customer with an open deal of that name, at Demo given five days ago, and a contact. */
async function customerWithDeal(app: RunningApp, kind: string, [deal, contact]: [string, string]) {
  const customer = await ownCustomer(app, kind);
  const demo = await app.db.query.stages.findFirst({
    where: (row, { eq: is }) => is(row.name, "Demo given"),
  });
  const demoId = demo?.id ?? null;
  const { id } = await customer.log(dayOf(-5), { stageId: demoId, deal: { name: deal } });
  await app.db
    .insert(contacts)
    .values({ customerId: customer.id, name: contact, nameKey: contact.toLowerCase() });
  return { ...customer, talkId: id, demoId };
}

/** Writes as with Japanese: once that is found, the arrow and Enter choose in the input method's own list. */
async function compose(page: Page, text: string, found: Locator) {
  const devTools = await page.context().newCDPSession(page);
  const end = text.length;
  await devTools.send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
  await expect(found).toBeVisible();
  for (const key of ["ArrowDown", "Enter"])
    await devTools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key, windowsVirtualKeyCode: 229 });
  await devTools.send("Input.insertText", { text });
}

async function expectFigures(page: Page, inPipeline: string, won: string) {
  await page.goto("/");
  await expect(figure(page, "In Pipeline")).toContainText(new RegExp(`In Pipeline[^]*?${inPipeline}`));
  await expect(figure(page, "Won")).toContainText(new RegExp(`Won[^]*?${won}`));
}

for (const javaScriptEnabled of [true, false]) {
  teamTest.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    teamTest.use({ javaScriptEnabled });

    teamTest(
      "logged for a new and a known customer, overview, grid and analysis follow",
      async ({ page }) => {
        await page.goto("/log");
        await customerField(page).fill("Amandla Transport");
        await pressChip(page, "Stage", "Demo given");
        await page.getByLabel("Note").fill("Showed them the retread line.");
        await pressLog(page);
        await expect(whatHappened(page)).toHaveText("Logged. Amandla Transport is now at Demo given.");
        await expectFigures(page, "1", "0");
        await page.goto("/stages");
        const row = page.getByRole("row").filter({ hasText: "Amandla Transport" });
        await expect(row).toContainText("Demo given");
        await expect(row).toContainText("Showed them the retread line.");
        await page.goto("/analysis");
        await expect(
          page
            .getByRole("row", { name: /^Demo given/ })
            .getByRole("cell")
            .first(),
        ).toHaveText("1");

        await page.goto("/log");
        await customerField(page).fill("amandla transport");
        await pressChip(page, "Stage", "Won");
        await expect(page.getByText("What was it sold for?")).toBeVisible();
        await page.getByLabel("Amount in ZAR").fill("1 000");
        await pressLog(page);
        await expect(whatHappened(page)).toHaveText("Logged. Amandla Transport is now at Won.");
        await expectFigures(page, "0", "1");

        await page.goto("/log");
        await customerField(page).fill("Amandla Transport");
        await pressChip(page, "Stage", "Won");
        await page.getByLabel("Amount in ZAR").fill("500");
        await page.getByLabel("Note").fill("A second set.");
        await pressLog(page);
        await expect(page.getByRole("group", { name: "A new sale, or the earlier one?" })).toBeVisible();
        await expect(page.getByLabel("Note")).toHaveValue("A second set.");
        await page.getByLabel("A new sale").check();
        await pressLog(page);
        await expect(whatHappened(page)).toContainText("is now at Won");
        await expectFigures(page, "0", "2");
      },
    );
  });

  memberTest.describe(javaScriptEnabled ? "typing with JavaScript" : "typing without JavaScript", () => {
    memberTest.use({ javaScriptEnabled });

    memberTest("wrong input is told at its field and nothing typed is lost", async ({ page, app }) => {
      const { id, name } = await ownCustomer(app, "Buffalo Bakkies");
      await page.goto("/log");
      await pressLog(page);
      await expect(page.getByText("Write whom you spoke with")).toBeVisible();
      await expect(page.getByText("look at what is marked below")).toBeVisible();
      if (javaScriptEnabled) {
        await customerField(page).fill(name);
        await expect(page.getByText("look at what is marked below")).toBeHidden();
        await customerField(page).fill("");
      }
      await page.goto(`/log?customer=${id}&stage=Demo given&note=From the address`);
      await openMore(page);
      await page.getByLabel("Day", { exact: true }).fill(dayOf(20));
      await page.getByLabel("Minutes it took").fill("ten");
      await page.getByLabel("How").selectOption("Another…");
      await page.getByLabel("Name of the new way").fill("Radio");
      await page.getByLabel("Amount in ZAR").fill("1.005");
      await pressChip(page, "Follow-up", "Tomorrow");
      await pressLog(page);
      await expect(page.getByText("put the plan into the follow-up date")).toBeVisible();
      await expect(page.getByText("Write the minutes in digits")).toBeVisible();
      await expect(page.getByText("at most 2 decimals")).toBeVisible();
      await expect(customerField(page)).toHaveValue(name);
      await expect(page.getByRole("radio", { name: "Demo given" })).toBeChecked();
      await expect(page.getByLabel("Note")).toHaveValue("From the address");
      await expect(page.getByLabel("Day", { exact: true })).toHaveValue(dayOf(20));
      await expect(page.getByLabel("Minutes it took")).toHaveValue("ten");
      await expect(page.getByLabel("Name of the new way")).toHaveValue("Radio");
      await expect(page.getByLabel("Amount in ZAR")).toHaveValue("1.005");
      await expect(page.getByRole("radio", { name: /Tomorrow/ })).toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page);

      const day = page.getByLabel("Day", { exact: true });
      await day.fill(dayOf(-3));
      await page.getByLabel("Minutes it took").fill("10");
      await page.getByLabel("Amount in ZAR").fill("1.50");
      if (javaScriptEnabled) {
        // A day of which a part is missing is sent as none: it would be logged as now.
        await day.press("Backspace");
        await page.getByLabel("Note").focus();
        await pressLog(page);
        await expect(day).toBeFocused();
        await day.fill(dayOf(-3));
      }
      await pressLog(page);
      await expect(whatHappened(page)).toContainText(`${name} is now at Demo given. Follow-up on`);
      const [stored] = await app.db.select().from(conversations).where(eq(conversations.customerId, id));
      expect(stored).toMatchObject({
        localDate: dayOf(-3),
        durationMinutes: 10,
        amount: "1.5000",
        followUpOn: dayOf(1),
      });
    });

    memberTest("a name like others' is asked about", { tag: "@any-window" }, async ({ page, app }) => {
      const first = await ownCustomer(app, "Cheetah Couriers");
      const part = first.name.slice(0, -2);
      await page.goto("/log");
      await customerField(page).fill(part);
      await page.getByLabel("Note").fill("Spoke to the owner.");
      await pressLog(page);
      await expect(page.getByText("Which customer is meant? Choose one, or add a new one.")).toBeVisible();
      const question = page.getByRole("group", { name: "Which customer is meant?" });
      await question.getByText(first.name).click();
      await expect(page.getByLabel("Note")).toHaveValue("Spoke to the owner.");
      await pressLog(page);
      await expect(whatHappened(page)).toContainText(`A conversation with ${first.name}`);
    });

    memberTest(
      "an archived customer is restored before it is followed up with: said first, and at the customer",
      async ({ page, app }) => {
        const { id, name, log } = await ownCustomer(app, "Caracal Cargo");
        const talk = await log(dayOf(-3));
        await app.db.update(customers).set({ archivedAt: new Date() }).where(eq(customers.id, id));
        await page.goto(`/log?follows-up=${talk.id}`);
        await expect(page.getByRole("status").filter({ hasText: `“${name}” is archived.` })).toBeVisible();
        await pressLog(page);
        await expect(page.getByText("Restore it first, or choose another customer.")).toBeVisible();
        if (javaScriptEnabled) await expectAccessible(page);
        await page.getByRole("link", { name: "Open its page" }).click();
        await expect(page.getByRole("main").getByRole("link", { name: "Log a conversation" })).toHaveCount(0);
        await page.getByRole("button", { name: "Restore" }).click();
        await page.getByRole("main").getByRole("link", { name: "Log a conversation" }).click();
        await pressLog(page);
        await expect(whatHappened(page)).toContainText(`A conversation with ${name}`);
      },
    );

    memberTest("taken back it is out of every figure, and brought back in", async ({ page, app }) => {
      const { id, name } = await ownCustomer(app, "Duiker Drills");
      await page.goto(`/log?customer=${id}&note=By mistake`);
      await pressLog(page);
      await expect(page).toHaveTitle("Logged · Pipelog");
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(whatHappened(page)).toContainText("Taken back");
      await expect(page).toHaveTitle("Taken back · Pipelog");
      if (javaScriptEnabled) await expect(page.locator(":focus")).toHaveCount(1);
      const isLive = and(eq(conversations.customerId, id));
      expect(await app.db.select({ at: conversations.deletedAt }).from(conversations).where(isLive)).toEqual([
        { at: expect.any(Date) },
      ]);
      await page.getByRole("button", { name: "Bring it back" }).click();
      await expect(whatHappened(page)).toContainText(`Logged. A conversation with ${name}`);
      await page.getByRole("link", { name: "Log another" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Log a conversation" })).toBeVisible();
    });
  });
}

memberTest(
  "searched as one types, by keyboard, and the deal that is joined is shown",
  async ({ page, app, isMobile }) => {
    const { name, log } = await ownCustomer(app, "Eland Exhausts");
    const demo = await app.db.query.stages.findFirst({
      where: (row, { eq: is }) => is(row.name, "Demo given"),
    });
    await log(dayOf(-5), { stageId: demo?.id ?? null, deal: { name: "Two trucks" } });
    await page.goto("/log");
    const found = page.getByRole("option", { name: new RegExp(name) });
    await customerField(page).fill(name.replace("Eland", "Elnad"));
    await expect(found).toBeVisible();
    await customerField(page).fill("");
    await compose(page, name.slice(-8), found);
    await expect(customerField(page)).toHaveValue(name.slice(-8));
    await customerField(page).fill("");
    await customerField(page).pressSequentially(name.slice(-8));
    await expect(found).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(customerField(page)).toHaveValue(name);
    await pressChip(page, "Stage", "Proposal sent");
    await expect(page.getByLabel("Note")).toBeFocused();
    if (isMobile) {
      await page.keyboard.type("A line of many\n".repeat(12));
      const endOfNote = () => page.getByLabel("Note").evaluate((note) => note.getBoundingClientRect().bottom);
      const button = await page.getByRole("button", { name: "Log", exact: true }).boundingBox();
      await expect.poll(endOfNote, "the line one types is not under the button").toBeLessThan(button?.y ?? 0);
    }
    await expect(page.getByText("On: Two trucks, Demo given").first()).toBeVisible();
    const deal = await page.locator("summary", { hasText: "On: Two trucks" }).boundingBox();
    expect(deal?.height).toBeGreaterThanOrEqual(isMobile ? 44 : 36);
    await page.getByText("Change", { exact: true }).click();
    await page.getByLabel("A deal of this name").check();
    await page.getByLabel("Name of the deal").fill("The workshop");
    await pressLog(page);
    await expect(whatHappened(page)).toContainText("on the deal The workshop");
    await expectAccessible(page);
  },
);

memberTest("a customer's chip that takes the focus is in sight", async ({ page }) => {
  await page.goto("/log");
  const chips = page.getByRole("list", { name: "Due and recent customers" }).getByRole("link");
  await chips.first().focus();
  for (const chip of (await chips.all()).slice(1)) {
    await page.keyboard.press("Tab");
    await expect(chip).toBeFocused();
    await expect(chip).toBeInViewport({ ratio: 0.95 });
  }
  await chips.last().evaluate((chip) => chip.blur());
  await chips.last().evaluate((chip) => chip.closest("ul")?.scrollTo({ left: 0, behavior: "instant" }));
  await chips.last().evaluate((chip) => chip.focus());
  await expect(chips.last()).toBeInViewport({ ratio: 0.95 });
});

memberTest("a new customer is added from the list, and the l key opens the form", async ({ page, app }) => {
  const name = newName("Fynbos Filters");
  await page.goto("/analysis");
  // A key pressed before the page has come to life is nobody's.
  await expect(async () => {
    if (page.url().endsWith("/analysis")) await page.keyboard.press("l");
    await expect(page).toHaveURL(/\/log$/, { timeout: 2000 });
  }).toPass();
  await customerField(page).pressSequentially(name);
  await page.getByRole("option", { name: `Add “${name}” as a new customer` }).click();
  await expect(page.getByText("A new customer: it is added when you save.")).toBeVisible();
  await pressChip(page, "Stage", "Qualified");
  await page.keyboard.type("l like lamps");
  await expect(page.getByLabel("Note")).toHaveValue("l like lamps");
  await pressLog(page);
  await expect(whatHappened(page)).toHaveText(`Logged. ${name} is now at Qualified.`);
  expect(await app.db.$count(customers, eq(customers.name, name))).toBe(1);
});

memberTest("with whom: picked while one types, or added by a new name", async ({ page, app }) => {
  const { id, name } = await ownCustomer(app, "Hartebeest Hire");
  await app.db.insert(contacts).values(
    ["Zanele Mokoena", "Quinton Adams"].map((name) => ({
      customerId: id,
      name,
      nameKey: name.toLowerCase(),
    })),
  );
  const withWhom = page.getByLabel("With whom");
  const loggedWith = async (expected: string) => {
    await pressLog(page);
    await expect(whatHappened(page)).toContainText(`A conversation with ${name}`);
    await page.getByRole("link", { name: "See it" }).click();
    await expect(page.getByRole("main")).toContainText(expected);
  };
  await page.goto(`/log?customer=${id}`);
  await openMore(page);
  await withWhom.click();
  await expect(page.getByRole("listbox", { name: "Contacts" }).getByRole("option")).toHaveCount(2);
  await withWhom.pressSequentially("zan");
  await expect(page.getByRole("option", { name: "Quinton Adams" })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(withWhom).toHaveValue("Zanele Mokoena");
  await loggedWith("Zanele Mokoena");

  await page.goto(`/log?customer=${id}`);
  await openMore(page);
  await withWhom.fill("Thandi Khumalo");
  await expect(page.getByText("A new contact: it is added when you save.")).toBeVisible();
  await loggedWith("Thandi Khumalo");

  await page.goto(`/log?customer=${id}`);
  await openMore(page);
  await withWhom.fill(" quinton adams");
  await expect(page.getByText("A new contact")).toHaveCount(0);
  await loggedWith("Quinton Adams");
  const known = await app.db.select().from(contacts).where(eq(contacts.customerId, id));
  expect(known.map((contact) => contact.name).sort()).toEqual([
    "Quinton Adams",
    "Thandi Khumalo",
    "Zanele Mokoena",
  ]);
});

memberTest(
  "what was typed before the page came to life stays, and what depends on it follows",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const { name, talkId } = await customerWithDeal(app, "Ibis Inks", ["Two trucks", "Lindiwe Botha"]);
    const scripts = "**/_next/static/**/*.js";
    const withWhom = page.getByLabel("With whom");
    const onLog = await holdBack(page, scripts);
    await page.goto("/log", { waitUntil: "commit" });
    await customerField(page).fill(name);
    await pressChip(page, "Stage", "Proposal sent");
    await openMore(page);
    await withWhom.fill("Thandi Early");
    await page.getByText("Change", { exact: true }).click();
    await page.getByLabel("A deal of this name").check();
    await page.getByLabel("Name of the deal").fill("The early bus");
    await onLog.letGo();
    await expect(withWhom).toHaveAttribute("aria-autocomplete", "list");
    await expect(withWhom).toHaveValue("Thandi Early");
    await expect(customerField(page)).toHaveValue(name);
    await expect(page.getByText("On: Two trucks, Demo given").first()).toBeVisible();
    await expect(page.getByLabel("A deal of this name")).toBeChecked();
    await expect(page.getByLabel("Name of the deal")).toHaveValue("The early bus");

    const onCorrect = await holdBack(page, scripts);
    await page.goto(`/conversations/${talkId}/correct`, { waitUntil: "commit" });
    await withWhom.fill("lind");
    await onCorrect.letGo();
    await expect(page.getByRole("option", { name: "Lindiwe Botha" })).toBeVisible();
    await expect(withWhom).toHaveValue("lind");
  },
);

memberTest(
  "a draft's customer brings its own contacts and deals, whatever the address names",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const first = await customerWithDeal(app, "Kestrel Kitchens", ["The old kitchen", "Zanele Mokoena"]);
    const other = await customerWithDeal(app, "Lynx Lifts", ["The new lift", "Quinton Adams"]);
    await page.goto(`/log?customer=${first.id}&stage=Proposal sent`);
    await expect(page.getByText("On: The old kitchen, Demo given").first()).toBeVisible();
    await customerField(page).fill(other.name);
    await page.getByRole("option", { name: new RegExp(other.name) }).click();
    await expect(page.getByText("On: The new lift, Demo given").first()).toBeVisible();
    await page.getByLabel("Note").fill("Begun");
    await expectDraft(page, "Begun");
    await page.reload();
    await expect(page.getByText("This is what you had not logged yet.")).toBeVisible();
    await expect(customerField(page)).toHaveValue(other.name);
    await expect(page.getByText("On: The new lift, Demo given").first()).toBeVisible();
    await openMore(page);
    await page.getByLabel("With whom").click();
    const offered = page.getByRole("listbox", { name: "Contacts" }).getByRole("option");
    await expect(offered).toHaveText(["Quinton Adams"]);
  },
);

memberTest(
  "a deal that was chosen stays, however late its customer's deals are there, and however often it waits",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const { id, name, log, demoId } = await customerWithDeal(app, "Mongoose Motors", [
      "The vans",
      "Pieter Nel",
    ]);
    await log(dayOf(-2), { stageId: demoId, deal: { name: "The bikes" } });
    const contextAddress = "**/log/context**";
    const dealName = page.getByLabel("Name of the deal");

    const late = await holdBack(page, contextAddress);
    await page.goto("/log");
    await customerField(page).fill(name);
    await page.getByRole("option", { name: new RegExp(name) }).click();
    await pressChip(page, "Stage", "Proposal sent");
    await page.getByText("Change", { exact: true }).click();
    await page.getByLabel("A deal of this name").check();
    await dealName.fill("The workshop");
    await late.letGo();
    await expect(page.getByLabel("The vans, Demo given")).toBeVisible();
    await expect(page.getByLabel("A deal of this name")).toBeChecked();
    await expect(dealName).toHaveValue("The workshop");

    await page.getByLabel("The vans, Demo given").check();
    await page.getByLabel("Note").fill("On the vans");
    await expectDraft(page, "On the vans");
    const never = await holdBack(page, contextAddress);
    await page.reload();
    await expect(page.getByLabel("The deal chosen before")).toBeChecked();
    const line = await cutLine(page, "to the app");
    await pressLog(page);
    await expect(whatHappened(page)).toContainText("Kept on this device");
    await page.goto("/log/waiting");
    await page.getByRole("link", { name: `Open the conversation with ${name}` }).click();
    await expect(page.getByLabel("The deal chosen before")).toBeChecked();
    await page.getByLabel("Note").fill("Really on the vans");
    await pressLog(page);
    await expect(whatHappened(page)).toContainText("Kept on this device");
    // The form has said it: counted beside it, and with each log, it would be read out twice.
    await expect(page.getByText("1 waiting")).toHaveAttribute("aria-live", "off");
    await line.restore();
    await page.goto("/log/waiting");
    await expect(page.getByText("Nothing waits on this device")).toBeVisible();
    await never.letGo();
    const ofVans = await app.db
      .select({ note: conversations.note })
      .from(conversations)
      .innerJoin(deals, eq(deals.id, conversations.dealId))
      .where(and(eq(deals.customerId, id), eq(deals.name, "The vans")));
    expect(ofVans.map(({ note }) => note)).toContain("Really on the vans");
  },
);

memberTest(
  "another customer has no deal that was chosen for the one before",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const first = await customerWithDeal(app, "Nightjar Nets", ["The nets", "Anna Venter"]);
    const other = await customerWithDeal(app, "Ostrich Ovens", ["The oven", "Sipho Dube"]);
    const choose = async ({ name }: { name: string }) => {
      await customerField(page).fill(name.slice(0, -2));
      await page.getByRole("option", { name: new RegExp(name) }).click();
    };
    await page.goto(`/log?customer=${first.id}&stage=Proposal sent`);
    await page.getByText("Change", { exact: true }).click();
    await page.getByLabel("A deal of this name").check();
    await page.getByLabel("Name of the deal").fill("More nets");
    await choose(first);
    await expect(page.getByLabel("On: The nets, Demo given")).toBeVisible();
    await expect(page.getByLabel("A deal of this name")).toBeChecked();
    await choose(other);
    await expect(page.getByLabel("On: The oven, Demo given")).toBeChecked();
    await page.getByLabel("A deal of this name").check();
    await expect(page.getByLabel("Name of the deal")).toHaveValue("");
  },
);

teamTest(
  "what was archived or merged since a draft was begun stays chosen, and is logged as what it is now",
  { tag: "@any-window" },
  async ({ page, ownApp: { db, ...app } }) => {
    const named = (name: string) => ({ name, nameKey: name.toLowerCase() });
    const [radio] = await db.insert(channels).values(named("Radio")).returning();
    const [price, money] = await db
      .insert(topics)
      .values([named("Price"), named("Money")])
      .returning();
    const left = await addLogin({ db, ...app }, "member");
    await page.goto("/log");
    await customerField(page).fill("Amandla Transport");
    await pressChip(page, "Stage", "Demo given");
    await page.getByLabel("Amount in ZAR").fill("500");
    await openMore(page);
    await page.getByLabel("How").selectOption("Radio");
    await page.getByLabel("About").selectOption("Price");
    await page.getByLabel("Held by").selectOption(left.name);
    await page.getByLabel("Note").fill("Begun before");
    await expectDraft(page, "Begun before");

    const archivedAt = new Date();
    const proposal = await db.query.stages.findFirst({
      where: (row, { eq: is }) => is(row.name, "Proposal sent"),
    });
    await db
      .update(stages)
      .set({ archivedAt, mergedIntoId: proposal?.id })
      .where(eq(stages.name, "Demo given"));
    await db.update(channels).set({ archivedAt }).where(eq(channels.name, "Radio"));
    await db.update(topics).set({ archivedAt, mergedIntoId: money?.id }).where(eq(topics.name, "Price"));
    await db.update(members).set({ removedAt: archivedAt }).where(eq(members.id, left.id));
    await page.reload();
    await expect(page.getByRole("radio", { name: "The stage chosen before" })).toBeChecked();
    await expect(page.getByLabel("Amount in ZAR")).toHaveValue("500");
    await expect(page.getByLabel("How")).toHaveValue(String(radio?.id));
    await expect(page.getByLabel("About")).toHaveValue(String(price?.id));
    await expect(page.getByLabel("Held by")).toHaveValue(String(left.id));
    await expectAccessible(page);
    await pressLog(page);
    await expect(page.getByText("Whoever held it is no longer on the team.")).toBeVisible();
    await page.getByLabel("Held by").selectOption("Me");
    await pressLog(page);
    await expect(whatHappened(page)).toHaveText("Logged. Amandla Transport is now at Proposal sent.");
    const [stored] = await db.select().from(conversations);
    expect(stored).toMatchObject({ channelId: radio?.id, topicId: money?.id, amount: "500.0000" });
  },
);

memberTest(
  "without a connection nothing typed is lost, and it is sent once there is one",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const { id } = await ownCustomer(app, "Gecko Gearboxes");
    await page.goto(`/log?customer=${id}`);
    await page.getByLabel("Note").fill("In the lift");
    const line = await cutLine(page, "to the app");
    await pressLog(page);
    await expect(whatHappened(page)).toContainText("Kept on this device");
    await line.restore();
    await page.goto("/log/waiting");
    await expect(page.getByText("Nothing waits on this device")).toBeVisible();
    expect(await app.db.$count(conversations, eq(conversations.customerId, id))).toBe(1);
  },
);

test("a viewer is told why there is no form", { tag: "@any-window" }, async ({ page, app }) => {
  await letIn(page.context(), app, await addLogin(app, "viewer"));
  await page.goto("/log");
  await expect(page.getByText("You read along as a viewer.")).toBeVisible();
  await expect(page.getByLabel("Note")).toHaveCount(0);
  await expectAccessible(page);
});
