import { addLogin } from "@/e2e/support/add-login";
import { expectOverviewAgrees } from "@/e2e/support/agreement";
import { expect } from "@/e2e/support/expect";
import { figureTest as test } from "@/e2e/support/figure-test";
import { holdBack } from "@/e2e/support/hold-back";
import { letIn } from "@/e2e/support/let-in";
import { teamTest } from "@/e2e/support/team-test";
import { choose, chooseDay, choosePeriod, figuresOf, popover } from "@/e2e/support/views";
import { addCustomer } from "@/lib/customers/change-customer";
import { logConversation } from "@/lib/log/log-conversation";
import { addDays } from "@/lib/pipeline/local-date";
import { talk } from "@/tests/support/cast";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the overview by period, day and salesperson, each kept by the next", async ({
      page,
      ask,
      formats,
      today,
    }) => {
      const day = addDays(today, -100);
      await page.goto("/");
      await expect(popover(page, "Period")).toContainText("All time");
      expect((await figuresOf(page)).Won).not.toContain("Before:");

      await choose(page, "Period", "This quarter");
      await expect(page).toHaveURL(/[?&]period=this-quarter$/);
      await expect(popover(page, "Period")).toContainText("This quarter");
      expect((await figuresOf(page)).Won).toContain("Before:");
      await expectOverviewAgrees(page, ask, formats);

      await chooseDay(page, day);
      await expect(page).toHaveURL(new RegExp(`period=this-quarter&to=${day}$`));
      await expect(popover(page, "As of")).toContainText(formats.date(day));
      expect(await figuresOf(page)).toHaveProperty([`New prospects in ${formats.monthYear(day)}`]);
      await expectOverviewAgrees(page, ask, formats);

      await choose(page, "Salesperson", "Pieter Botha");
      await expect(page).toHaveURL(new RegExp(`period=this-quarter&to=${day}&salesperson=\\d+$`));
      await expect(popover(page, "Salesperson")).toContainText("Pieter Botha");
      await expectOverviewAgrees(page, ask, formats);

      await choosePeriod(page, addDays(day, -59), addDays(day, -30));
      await expect(page).toHaveURL(/salesperson=\d+&from=.*&to=/);
      await expect(popover(page, "Period")).toContainText(
        formats.dateRange(addDays(day, -59), addDays(day, -30)),
      );
      await expectOverviewAgrees(page, ask, formats);

      await choose(page, "Salesperson", "Everyone");
      await expect(page).not.toHaveURL(/salesperson=/);
      await choose(page, "As of", "Today");
      await expect(page).not.toHaveURL(/to=/);
      await choose(page, "Period", "All time");
      await expect(page).toHaveURL(/\/$/);
      await expectOverviewAgrees(page, ask, formats);
    });

    test("each figure says what it counts, each chart is a table too, and the rows are a press away", async ({
      page,
    }) => {
      await page.goto("/?period=last-90-days");
      const definition = page.getByText("Deals that are still open do not count either way.");
      await expect(definition).toBeHidden();
      await page.getByText("Win %: how it is counted").click();
      await expect(definition).toBeVisible();
      await definition.click();
      await expect(definition).toBeVisible();

      for (const chart of ["Customers per stage", "Value per stage", "Won and lost deals per month"])
        await expect(page.getByRole("img", { name: chart })).toBeVisible();
      await expect(page.getByText(/^Each deal as it stands on .+: a month can differ/)).toHaveCount(2);
      await expect(page.getByRole("table")).toHaveCount(0);
      await page.getByText("As a table: Won and lost per month").click();
      const months = page.getByRole("table", { name: "Won and lost deals per month" });
      await expect(months.getByRole("row")).toHaveCount(13);

      const { "In Pipeline": said = "" } = await figuresOf(page);
      const [, customers, deals] = /(\d+) customers with (\d+) deals open/.exec(said) ?? [];
      const inPipeline = page.getByRole("group", { name: "In Pipeline" });
      await inPipeline.getByRole("link", { name: "See deals" }).click();
      await expect(page).toHaveURL(/\/deals\?period=last-90-days&figure=in-pipeline$/);
      await expect(page.getByText(`${deals} deals of ${customers} customers, `)).toBeVisible();
      const unnamed = page.getByRole("link", { name: /^Deal of / }).first();
      const called = (await unnamed.textContent()) ?? "";
      await unnamed.click();
      await expect(page.getByRole("heading", { level: 1, name: called })).toBeVisible();
    });

    test("a stage leads from its bar and from its row to its customers, as of the day that is shown", async ({
      page,
    }) => {
      await page.goto("/?period=last-90-days");
      const chart = page.getByRole("link", { name: /^Qualified: \d+$/ });
      const [, customers = ""] = /: (\d+)$/.exec((await chart.getAttribute("aria-label")) ?? "") ?? [];
      await chart.focus();
      await page.keyboard.press("Enter");
      const narrowed = /\/stages\?period=last-90-days&stage=\d+$/;
      await expect(page).toHaveURL(narrowed);
      const chosen = page
        .getByRole("navigation", { name: "Customers per stage" })
        .locator("[aria-current=true]");
      await expect(chosen).toContainText("Qualified");
      await expect(chosen).toContainText(customers);

      await page.goto("/?period=last-90-days");
      await page.getByText("As a table: Value per stage").click();
      await page
        .getByRole("table", { name: "Value per stage" })
        .getByRole("link", { name: "Qualified" })
        .click();
      await expect(page).toHaveURL(narrowed);
    });

    test("what of an address cannot be used is said, and the rest is shown", { tag: "@any-window" }, async ({
      page,
      formats,
      today,
    }) => {
      const notice = page.getByRole("main").getByRole("status");
      const day = addDays(today, -100);
      for (const [search, said] of [
        [
          "to=2999-01-01",
          `${formats.date("2999-01-01")} is in the future; today, ${formats.date(today)}, is shown.`,
        ],
        ["to=2026-02-30", "“2026-02-30” is not a date written YYYY-MM-DD."],
        [
          `from=${today}&to=${day}`,
          `${formats.date(today)} is after ${formats.date(day)}; all time is shown.`,
        ],
        ["period=fortnight", "“fortnight” is no period;"],
        ["salesperson=Nobody", "Nobody of the team is “Nobody”."],
      ] as const) {
        await page.goto(`/?${search}`);
        await expect(notice).toContainText(said);
        expect((await figuresOf(page))["In Pipeline"]).toMatch(/ [1-9]\d* customers/);
      }
      await page.goto("/?to=2999-01-01");
      await expect(popover(page, "As of")).toContainText("Today");
    });
  });
}

test("a link that was pressed shows that its page is on its way, and so does a filter's button", async ({
  page,
}) => {
  await page.goto("/?period=last-90-days");
  const deals = await holdBack(page, "**/deals?*");
  const link = page.getByRole("group", { name: "In Pipeline" }).getByRole("link", { name: "See deals" });
  const before = await link.boundingBox();
  const line = link.locator("> span[aria-hidden=true]");
  await expect(line).toHaveCSS("opacity", "0");
  await link.click();
  await expect(line).toHaveCSS("opacity", "1");
  expect(await link.boundingBox()).toEqual(before);
  await deals.letGo();
  await expect(page.getByRole("heading", { level: 1, name: /deals/i })).toBeVisible();

  const period = await holdBack(page, "**/deals?*from=2026-05-01*");
  await choosePeriod(page, "2026-05-01", "2026-05-31");
  const show = page.getByRole("button", { name: "Show this period" });
  await expect(show).toHaveAttribute("aria-busy", "true");
  await show.click({ force: true });
  await period.letGo();
  await expect(page).toHaveURL(/from=2026-05-01/);
  await expect(show).toBeHidden();
});

test("the copied link keeps the dates for whoever opens it later", { tag: "@any-window" }, async ({
  page,
  context,
  today,
}) => {
  const address = `?from=${addDays(today, -29)}&to=${today}`;
  await page.goto("/?period=last-30-days");
  const { Won } = await figuresOf(page);
  const copy = page.getByRole("link", { name: "Copy link" });
  const shown = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.dismiss();
    return dialog.defaultValue();
  });
  await copy.click();
  expect(new URL(await shown).search, "the browser allows no copying").toBe(address);
  await expect(copy).toBeFocused();

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/?period=last-30-days");
  await page.getByRole("link", { name: "Copy link" }).click();
  await expect(page.getByRole("link", { name: "Link copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).search).toBe(address);
  await page.goto(copied);
  expect((await figuresOf(page)).Won).toBe(Won);
});

test.describe("without JavaScript", { tag: "@any-window" }, () => {
  test.use({ javaScriptEnabled: false });

  test("the link to copy is the link itself", async ({ page, today }) => {
    await page.goto("/?period=last-30-days");
    await page.getByRole("link", { name: "Copy link" }).click();
    await expect(page).toHaveURL(`/?from=${addDays(today, -29)}&to=${today}`);
  });
});

teamTest(
  "before anything is in a figure each is told what they can do about it",
  async ({ page, ownApp }) => {
    const main = page.getByRole("main");
    const [log, imports] = [
      main.getByRole("link", { name: "Log a conversation" }),
      main.getByText("Bring what"),
    ];
    const member = await addLogin(ownApp, "member");
    await letIn(page.context(), ownApp, member);
    await page.goto("/analysis");
    await expect(main.getByText("one about a sale carries a stage")).toBeVisible();
    await expect(imports).toBeHidden();

    const { db } = ownApp;
    const who = { actor: { id: member.id, role: "member" } as const, now: new Date() };
    const customerId = await addCustomer(db, { name: "Impala Imports", openedOn: null, ...who });
    const said = talk({ customerId, heldById: member.id, on: "2026-05-01" });
    await logConversation(db, said, { ...who, timeZone: "Africa/Johannesburg" });
    await page.goto("/stages");
    await expect(main.getByText("Conversations are logged, but none has a stage")).toBeVisible();
    await log.click();
    await expect(page).toHaveURL("/log");

    await letIn(page.context(), ownApp, await addLogin(ownApp, "viewer"));
    await page.goto("/");
    await expect(main.getByText("Your team has logged conversations, but none with a stage.")).toBeVisible();
    await expect(log).toBeHidden();
    await expect(imports).toBeHidden();
  },
);
