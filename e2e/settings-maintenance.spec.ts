import type { Page } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import { conversations, members, team, topics } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible, expectNoSidewaysScroll } from "@/e2e/support/expect-accessible";
import { letIn } from "@/e2e/support/let-in";
import { logSales } from "@/e2e/support/log-sales";
import { teamAdmin, teamTest } from "@/e2e/support/team-test";

teamTest.describe.configure({ timeout: 120_000 });

const section = (page: Page, title: string) => page.getByRole("region", { name: title });

teamTest(
  "channels and topics are added, ordered, renamed, merged after a preview, archived and restored",
  async ({ page, ownApp }) => {
    await page.goto("/settings/topics");
    await page.getByRole("button", { name: "Add topic" }).click();
    await expect(page.getByText("Enter a name.")).toBeVisible();
    await expect(page.getByLabel("New topic")).toBeFocused();
    for (const name of ["Prices", "Delivery", "Price"]) {
      await page.getByLabel("New topic").fill(name);
      await page.getByRole("button", { name: "Add topic" }).click();
      await expect(
        section(page, "Topics").getByRole("listitem").filter({ hasText: name }).last(),
      ).toBeVisible();
      await expect(page.getByLabel("New topic")).toHaveValue("");
    }
    await page.getByLabel("New channel").fill("phone");
    await page.getByRole("button", { name: "Add channel" }).click();
    await expect(page.getByText("There is a channel “Phone” already.")).toBeVisible();
    await page.getByRole("link", { name: "Edit Phone", exact: true }).click();
    await expect(page.getByRole("button", { name: "Archive this channel" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Topics and channels" }).first()).toHaveAttribute(
      "aria-current",
      "page",
    );
    await page.goBack();

    const topicNames = async () =>
      (await ownApp.db.select().from(topics).orderBy(asc(topics.position))).map(({ name }) => name);
    await page.getByRole("button", { name: "Move Delivery up" }).click();
    await expect(section(page, "Topics").getByRole("listitem").first()).toContainText("Delivery");
    expect(await topicNames()).toEqual(["Delivery", "Prices", "Price"]);
    const place = (at: number) => section(page, "Topics").getByRole("listitem").nth(at);
    for (const [direction, at, next] of [
      ["down", 1, "down"],
      ["down", 2, "up"],
      ["up", 1, "up"],
      ["up", 0, "down"],
    ] as const) {
      await expect(page.getByRole("button", { name: `Move Delivery ${direction}` })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(place(at)).toContainText("Delivery");
      await expect(page.getByRole("button", { name: `Move Delivery ${next}` })).toBeFocused();
    }
    expect(await topicNames()).toEqual(["Delivery", "Prices", "Price"]);
    await page.getByRole("button", { name: "Move Price", exact: true }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect.poll(topicNames).toEqual(["Delivery", "Price", "Prices"]);

    let answer = () => {};
    const awaited = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/settings/topics", async (route) => {
      await awaited;
      await route.continue();
    });
    for (const name of ["Price", "Prices"]) {
      await page.getByRole("button", { name: `Move ${name}`, exact: true }).focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Space");
    }
    answer();
    await expect.poll(topicNames).toEqual(["Price", "Prices", "Delivery"]);
    await expect(section(page, "Topics").getByRole("alert")).toHaveCount(0);
    await page.unroute("**/settings/topics");

    await logSales(ownApp, ["2026-05-04T10:00"]);
    const [price] = await ownApp.db.select().from(topics).where(eq(topics.name, "Price"));
    await ownApp.db.update(conversations).set({ topicId: price?.id });
    await ownApp.db.update(members).set({ defaultTopicId: price?.id });
    await page.getByRole("link", { name: "Edit Price", exact: true }).click();
    await page.getByLabel("Merge into").selectOption("Prices");
    await page.getByLabel("Name").fill("Discounts");
    await page.getByLabel("Name").press("Enter");
    await expect(page.getByText("The name is saved.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Discounts" })).toBeVisible();
    await expect(page.getByLabel("Name")).toBeFocused();
    await page.getByRole("button", { name: "Look at the merge" }).click();
    await expect(page.getByText("1 conversation with 1 customer becomes “Prices”.")).toBeVisible();
    await expect(page.getByText("1 member has it as their usual topic")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Merge into “Prices”" }).click();
    await page.waitForURL("/settings/topics");
    await expect(page.getByText("merged into Prices")).toBeVisible();

    await page.getByRole("link", { name: "Edit Delivery" }).click();
    await page.getByRole("button", { name: "Archive this topic" }).click();
    await page.waitForURL("/settings/topics");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Restore Delivery" }).click();
    await expect(page.getByRole("button", { name: "Move Delivery", exact: true })).toBeVisible();

    await page.goto("/log");
    await page.getByRole("main").locator("summary", { hasText: /^More/ }).click();
    await expect(page.getByLabel("About", { exact: true })).toHaveValue(/\d/);
  },
);

teamTest(
  "while its answer is awaited a button keeps the focus and takes no second press",
  { tag: "@any-window" },
  async ({ page }) => {
    let asked = 0;
    let answer = () => {};
    const awaited = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.goto("/settings/topics");
    await page.route("**/settings/topics", async (route) => {
      asked += 1;
      await awaited;
      await route.continue();
    });
    await page.getByLabel("New channel").fill("typed beside it");
    const name = page.getByLabel("New topic");
    const add = page.getByRole("button", { name: "Add topic" });
    await name.fill("Prices");
    await add.press("Enter");
    await expect(add).toHaveAttribute("aria-busy");
    await page.keyboard.press("Enter");
    answer();
    await expect(page.getByText("“Prices” is added.")).toBeVisible();
    await expect(name).toHaveValue("");
    await expect(add).toBeFocused();
    await name.fill("Delivery");
    await name.press("Enter");
    await expect(section(page, "Topics").getByRole("listitem")).toHaveText([/^.*Prices/, /^.*Delivery/]);
    expect(asked).toBe(2);
    await expect(page.getByLabel("New channel")).toHaveValue("typed beside it");
    await name.fill("prices");
    await add.press("Enter");
    await expect(page.getByText("There is a topic “Prices” already.")).toBeVisible();
    await expect(add).toBeFocused();
  },
);

teamTest(
  "the team's settings, its time zone after a preview, and the audit log of it all",
  async ({ page, ownApp }) => {
    await page.goto("/settings/team");
    await page.getByLabel("Team name").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Enter the team's name.")).toBeVisible();
    await page.getByLabel("Team name").fill("Lowveld Tyres");
    await page.getByLabel("Currency").selectOption("EUR");
    await page.getByLabel("First day of the week").selectOption("Sunday");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The team's settings are saved.")).toBeInViewport();
    await expect(page.getByRole("main").getByText("Lowveld Tyres")).toBeVisible();

    await logSales(ownApp, ["2026-05-01T00:30", "2026-05-02T12:00", "2026-05-03"]);
    await page.goto("/settings/team");
    await expect(page.getByText("It is fixed: amounts have been logged in it")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Currency" })).toHaveCount(0);
    await page.getByLabel("Another time zone").selectOption("America/New_York");
    await page.getByRole("button", { name: "Look at the change" }).click();
    await expect(
      page.getByText("1 of 2 conversations with a time changes its day, 1 of them its month."),
    ).toBeVisible();
    await expect(page.getByText("1 conversation without a time stays on its day.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Change to America/New York" }).click();
    await page.waitForURL("/settings/team");
    await expect(page.getByText("Now it is America/New York.")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    await page.goto("/settings/audit");
    await expect(page.getByText("Thandi Nkosi changed the team's time zone.")).toBeVisible();
    await expect(page.getByText("Africa/Johannesburg → America/New_York")).toBeVisible();
    await page.getByLabel("Did what").selectOption("Change team");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/act=change/);
    await expect(page.getByText("Thandi Nkosi changed the team's settings.")).toBeVisible();
    await expect(page.getByText("Highveld Tyres → Lowveld Tyres")).toBeVisible();
    await expect(page.getByText("changed the team's time zone")).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const href = await page.getByRole("link", { name: "Export as CSV" }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect((await file.text()).trim().split("\r\n")).toHaveLength(2);
    await page.goto("/settings/audit?cursor=nonsense");
    await expect(
      page.getByText("This list, in this order, has no such page. Its first one is shown."),
    ).toBeVisible();
    await page.goto("/settings/audit?to=2001-01-01");
    await expect(page.getByText("Nothing was found")).toBeVisible();
  },
);

for (const javaScriptEnabled of [true, false]) {
  teamTest.describe(javaScriptEnabled ? "with JavaScript" : "without it", { tag: "@any-window" }, () => {
    teamTest.use({ javaScriptEnabled });

    teamTest(
      "of two who change the team's settings neither overwrites the other's unseen",
      async ({ page, ownApp, browser }) => {
        const other = await browser.newPage({ baseURL: ownApp.url });
        await letIn(other.context(), ownApp, teamAdmin);
        for (const each of [page, other]) await each.goto("/settings/team");
        const save = async (of: Page) => of.getByRole("button", { name: "Save" }).click();
        await page.getByLabel("Team name").fill("Lowveld Tyres");
        await page.getByLabel("First day of the week").selectOption("Sunday");
        await save(page);
        await expect(page.getByText("The team's settings are saved.")).toBeVisible();

        await other.getByLabel("Team name").fill("Bushveld Tyres");
        await save(other);
        await expect(other.getByText("You have changed the team's settings meanwhile.")).toBeVisible();
        await expect(other.getByText("Meanwhile “Lowveld Tyres” was saved.")).toBeInViewport();
        await expect(other.getByLabel("Team name")).toHaveValue("Bushveld Tyres");
        await expect(other.getByText("Changed meanwhile: it was “Monday”")).toBeVisible();
        await expect(other.getByLabel("First day of the week")).toHaveValue("7");
        if (javaScriptEnabled) await expectAccessible(other);
        await save(other);
        await expect(other.getByText("The team's settings are saved.")).toBeVisible();
        const [saved] = await ownApp.db.select().from(team);
        expect(saved).toMatchObject({ name: "Bushveld Tyres", firstDayOfWeek: 7, version: 3 });
        await other.close();
      },
    );
  });
}

teamTest.describe("without JavaScript", { tag: "@any-window" }, () => {
  teamTest.use({ javaScriptEnabled: false });

  teamTest("a page that answers a form opens at what it answers", async ({ page, ownApp }) => {
    await ownApp.db
      .insert(topics)
      .values(Array.from({ length: 20 }, (_, n) => ({ name: `Topic ${n}`, nameKey: `topic ${n}` })));
    await page.goto("/settings/topics");
    await page.getByRole("button", { name: "Add topic" }).click();
    await expect(page.getByText("Enter a name.")).toBeInViewport();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("New topic")).toBeFocused();
    await page.getByLabel("New topic").fill("topic 7");
    await page.getByRole("button", { name: "Add topic" }).click();
    await expect(page.getByText("There is a topic “Topic 7” already.")).toBeInViewport();
    await expect(page.getByLabel("New topic")).toHaveValue("topic 7");
    const up = page.getByRole("button", { name: "Move Topic 9 up" });
    await up.click();
    await expect(up).toBeInViewport();
    await page.keyboard.press("Tab");
    await expect(up).toBeFocused();
  });
});
