import type { Page } from "@playwright/test";
import { addLogin } from "@/e2e/support/add-login";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { letIn } from "@/e2e/support/let-in";
import { pressChip, pressLog, whatHappened } from "@/e2e/support/log-form";
import { dayOf, ownCustomer } from "@/e2e/support/own-customer";
import { signIn } from "@/e2e/support/sign-in";
import { memberTest, test } from "@/e2e/support/test";
import { choose } from "@/e2e/support/views";

const list = (page: Page, name: string) => page.getByRole("region", { name });
const row = (page: Page, kind: string, customer: string) =>
  list(page, kind).getByRole("listitem").filter({ hasText: customer });

/** What the navigation counts; other journeys change nothing of it meanwhile. */
async function dueNow(page: Page): Promise<number> {
  const said = page.getByRole("navigation", { name: "Main" }).getByText(/^\d+ due:/);
  return Number.parseInt((await said.textContent()) ?? "", 10);
}

memberTest(
  "what was promised stands under overdue, today or coming, and is ticked off",
  async ({ page, app }) => {
    const late = await ownCustomer(app, "Aloe Axles");
    const due = await ownCustomer(app, "Baobab Brakes");
    const soon = await ownCustomer(app, "Cycad Cranes");
    await late.log(dayOf(-9), { note: "Call back about the quote", followUpOn: dayOf(-2) });
    await due.log(dayOf(-9), { followUpOn: dayOf(0) });
    await soon.log(dayOf(-9), { followUpOn: dayOf(1) });
    await soon.log(dayOf(-9), { followUpOn: dayOf(20) });
    await page.goto("/follow-ups");
    await expect(row(page, "Overdue", late.name)).toContainText("2 days ago");
    await expect(row(page, "Overdue", late.name)).toContainText("Call back about the quote");
    await expect(row(page, "Today", due.name)).toContainText("today");
    await expect(row(page, "Coming", soon.name).first()).toContainText("tomorrow");
    await expect(list(page, "Coming").getByRole("heading", { name: "Later" })).toBeVisible();
    await expect(
      row(page, "Overdue", late.name).getByRole("link", { name: "Log the follow-up" }),
    ).toHaveAttribute("href", /\/log\?follows-up=\d+/);
    await expectAccessible(page);

    const waiting = await dueNow(page);
    const done = row(page, "Overdue", late.name).getByRole("button", { name: /Done/ });
    const note = row(page, "Overdue", late.name).getByText("Call back about the quote");
    const places = () => Promise.all([done, note].map((element) => element.boundingBox()));
    await done.evaluate((button) => button.scrollIntoView({ block: "center" }));
    const before = await places();
    await page.context().setOffline(true);
    await done.click();
    const refusal = row(page, "Overdue", late.name).getByRole("alert");
    await expect(refusal).toHaveText(/the connection failed\. Press it again/);
    expect(await places(), "what stands in the row while it is refused").toEqual(before);
    await expect(done).toHaveAttribute("aria-pressed", "false");
    await page.context().setOffline(false);
    await done.click();
    await expect(done).toHaveAttribute("aria-pressed", "true");
    await expect.poll(() => dueNow(page)).toBe(waiting - 1);
    await page.getByRole("link", { name: "Kept and missed" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Kept and missed" })).toBeVisible();
    expect(await dueNow(page)).toBe(waiting - 1);
    await page.goBack();
    await expect(row(page, "Overdue", late.name)).toHaveCount(0);
    await page.goto("/follow-ups");
    expect(await dueNow(page)).toBe(waiting - 1);
    await expect(row(page, "Today", due.name)).toBeVisible();
    await expect(row(page, "Overdue", late.name)).toHaveCount(0);
  },
);

memberTest(
  "a reminder is snoozed with a reason, which stands beside the promise, and is taken back",
  async ({ page, app, isMobile }) => {
    const late = await ownCustomer(app, "Karoo Kerbs");
    await late.log(dayOf(-9), { followUpOn: dayOf(-2) });
    await page.goto("/follow-ups");
    const overdue = row(page, "Overdue", late.name);
    const snooze = overdue.locator("summary", { hasText: "Snooze" });
    await snooze.evaluate((button) => button.scrollIntoView({ block: "end" }));
    await snooze.click();
    const endOfPanel = () =>
      overdue.locator("details form").evaluate((panel) => panel.getBoundingClientRect().bottom);
    const bar = isMobile ? await page.getByRole("navigation", { name: "Main" }).boundingBox() : null;
    const endOfSight = bar?.y ?? page.viewportSize()?.height ?? 0;
    await expect.poll(endOfPanel, "what opens low in the window is seen whole").toBeLessThan(endOfSight);
    await overdue.getByRole("button", { name: "Snooze", exact: true }).click();
    await expect(overdue.getByText("Choose a day to be reminded on.")).toBeVisible();
    await expect(overdue.getByText("Say why, in a few words.")).toBeVisible();
    await overdue.getByRole("button", { name: "Tomorrow" }).click();
    await expect(overdue.getByText("Choose a day to be reminded on.")).toHaveCount(0);
    await expect(overdue.getByText("Say why, in a few words.")).toBeVisible();
    await overdue.getByLabel("Why later").fill("On leave until Thursday");
    await overdue.getByLabel("Another day").fill(dayOf(0));
    await overdue.getByRole("button", { name: "Snooze", exact: true }).click();
    await expect(overdue.getByText("Choose a day after today.")).toBeVisible();
    await expect(overdue.getByLabel("Why later")).toHaveValue("On leave until Thursday");
    await expectAccessible(page);
    const waiting = await dueNow(page);
    // Pressed twice, as one does who is not sure of the first: it is done once.
    await overdue.getByRole("button", { name: "In a week" }).dblclick();
    await expect(overdue.getByText(/^Snoozed to .*: On leave until Thursday$/)).toBeVisible();
    await expect(overdue.locator("summary", { hasText: "Snooze" })).toBeFocused();
    await expect.poll(() => dueNow(page)).toBe(waiting - 1);
    await overdue.locator("summary", { hasText: "Snooze" }).click();
    await overdue.getByRole("button", { name: "Tomorrow" }).click();
    await expect(overdue.getByText("Say why, in a few words.")).toBeVisible();
    await expect(overdue.getByText(/^Snoozed to .*: On leave until Thursday$/)).toBeVisible();
    await overdue.getByLabel("Why later").fill("Back a day earlier");
    await overdue.getByRole("button", { name: "Tomorrow" }).click();
    await expect(overdue.getByText(/^Snoozed to .*: Back a day earlier$/)).toBeVisible();
    await overdue.getByRole("button", { name: "Undo the snooze" }).click();
    await expect(overdue.getByText("The reminder is back on")).toBeVisible();
    await expect(overdue.locator("summary", { hasText: "Snooze" })).toBeFocused();

    await page.reload();
    await expect(row(page, "Overdue", late.name)).toHaveCount(0);
    const coming = row(page, "Coming", late.name);
    await expect(coming).toContainText("in 7 days");
    await expect(coming.getByRole("heading", { level: 4, name: late.name })).toBeVisible();
    await expect(coming).toContainText(/Promised by .* for /);
    await coming.getByRole("button", { name: "Undo the snooze" }).dblclick();
    await expect(coming.getByText("The reminder is back on")).toBeVisible();
    await page.reload();
    await expect(row(page, "Overdue", late.name)).toBeVisible();
  },
);

memberTest(
  "what became of the promises: figures of a period, their rows, and members on request",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const ben = await addLogin(app, "member");
    const { name, log } = await ownCustomer(app, "Lowveld Lifts");
    const late = await log(dayOf(-9), { heldById: ben.id, followUpOn: dayOf(-6) });
    await log(dayOf(-3), { heldById: ben.id, followsUpId: late.id });
    await log(dayOf(-9), { heldById: ben.id, followUpOn: dayOf(-2) });
    await page.goto("/follow-ups");
    await page.getByRole("link", { name: "Kept and missed" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Kept and missed" })).toBeVisible();
    await page.goto(`/follow-ups/statistics?salesperson=${ben.id}&from=${dayOf(-6)}`);
    const figure = (label: string) => page.getByRole("group", { name: label, exact: true });
    await expect(figure("Kept late")).toContainText(/1\s*50.0\s*% of 2 due/);
    await expect(figure("Missed")).toContainText("1");
    await expect(figure("Median delay")).toContainText(/3.0\s*days/);
    await figure("Missed").getByRole("link", { name: "Show" }).click();
    const missed = page.getByRole("region", { name: "Missed" }).getByRole("link", { name });
    await expect(missed).toHaveCount(1);
    await choose(page, "Period", "Last 90 days");
    await expect(page).toHaveURL(/period=last-90-days/);
    await expect(missed).toHaveCount(1);
    await expect(page.getByRole("link", { name: "Copy link" })).toHaveAttribute("href", /show=missed/);
    await page.getByText("By the member who promised").click();
    await expect(page.getByRole("row", { name: ben.name })).toContainText("2");
    await page.goto(`/follow-ups/statistics?salesperson=${ben.id}&to=${dayOf(-4)}&show=nonsense`);
    await expect(figure("Missed")).toContainText(/1\s*100.0\s*%/);
    await page.goto("/follow-ups/statistics?show=missed&cursor=nonsense");
    await expect(
      page.getByText("This list, in this order, has no such page. Its first one is shown."),
    ).toBeVisible();
  },
);

memberTest(
  "call, log, next: after a follow-up is logged the next one is a press away",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const ben = await addLogin(app, "member");
    const first = await ownCustomer(app, "Mopane Motors");
    const second = await ownCustomer(app, "Namib Nuts");
    const promise = await first.log(dayOf(-9), { heldById: ben.id, followUpOn: dayOf(-5) });
    await second.log(dayOf(-9), { heldById: ben.id, followUpOn: dayOf(-4) });
    await page.context().clearCookies();
    await signIn(page, ben);
    await page.goto("/follow-ups");
    await page.getByRole("link", { name: "Everybody's" }).click();
    await expect(page).toHaveURL(/whose=everyone/);
    await row(page, "Overdue", first.name).getByRole("link", { name: "Log the follow-up" }).click();
    await expect(page).toHaveURL(new RegExp(`follows-up=${promise.id}`));
    await page.getByLabel("Note").fill("Spoke with the buyer");
    await pressLog(page);
    await page.getByRole("link", { name: `Next follow-up: ${second.name}` }).click();
    await expect(row(page, "Overdue", second.name)).toBeInViewport();
    await expect(row(page, "Overdue", second.name)).toHaveAttribute("aria-current", "true");
    await expect(page.getByRole("link", { name: "Mine" })).toHaveAttribute("aria-current", "true");
    await expectAccessible(page);
    await expect(row(page, "Overdue", first.name)).toHaveCount(0);
    await page.goto("/");
    await page.getByRole("link", { name: /due: Follow-ups/ }).click();
    await expect(page).toHaveURL(/whose=everyone/);
  },
);

memberTest(
  "one's own and everybody's stand at addresses of their own",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const ben = await addLogin(app, "member");
    const { name, log } = await ownCustomer(app, "Dombeya Dams");
    await log(dayOf(-3), { heldById: ben.id, followUpOn: dayOf(0) });
    await page.goto("/follow-ups");
    await expect(row(page, "Today", name)).toHaveCount(0);
    await page.getByRole("link", { name: "Everybody's" }).click();
    await expect(page).toHaveURL(/whose=everyone/);
    await expect(row(page, "Today", name)).toContainText(`Promised by ${ben.name}`);
    await page.goto(`/follow-ups?whose=${ben.id}`);
    await expect(page.getByRole("link", { name: ben.name })).toHaveAttribute("aria-current", "true");
    await expect(row(page, "Today", name)).toBeVisible();
    await page.goto("/follow-ups?whose=nobody&shown=lots");
    await expect(page.getByRole("link", { name: "Mine" })).toHaveAttribute("aria-current", "true");
  },
);

memberTest(
  "on the customer's page a tick takes the promise off what is due",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const { id, log } = await ownCustomer(app, "Erica Engines");
    await log(dayOf(-5), { note: "Promised a sample", followUpOn: dayOf(-1) });
    await page.goto(`/customers/${id}`);
    for (const width of [900, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const day = await page.getByText("yesterday", { exact: true }).boundingBox();
      expect(day?.height, `at ${width} the day stands on one line`).toBeLessThan(30);
    }
    await page.getByRole("button", { name: /Done/ }).first().click();
    await expect(page.getByText("Nothing is promised.")).toBeVisible();
  },
);

memberTest("the overview tells what needs attention today, and only today", async ({ page, app }) => {
  const { name, log } = await ownCustomer(app, "Fynbos Forklifts");
  await log(dayOf(-400), { followUpOn: dayOf(-300) });
  await page.goto("/");
  const attention = list(page, "Needs attention");
  await expect(attention.getByRole("link", { name })).toBeVisible();
  await attention.getByRole("link", { name: /overdue/ }).click();
  await expect(page).toHaveURL(/\/follow-ups\?whose=everyone#overdue/);
  await expect(row(page, "Overdue", name)).toContainText("300 days ago");
  await page.goto(`/?to=${dayOf(-1)}`);
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(attention).toHaveCount(0);

  const ben = await addLogin(app, "member");
  const promised = await log(dayOf(-9), { heldById: ben.id, followUpOn: dayOf(-2) });
  await page.goto(`/?salesperson=${ben.id}`);
  await expect(page.getByRole("heading", { name: "No sales conversations up to then" })).toBeVisible();
  await expect(attention).toContainText(/1\s*overdue/);
  await log(dayOf(0), { heldById: ben.id, followsUpId: promised.id });
  await page.reload();
  await expect(page.getByRole("heading", { name: "No sales conversations up to then" })).toBeVisible();
  await expect(attention).toHaveCount(0);
});

memberTest(
  "a deal nobody speaks about is quiet until somebody does",
  { tag: "@any-window" },
  async ({ page, app }) => {
    const { name, log } = await ownCustomer(app, "Gazania Gears");
    const [stage] = await app.db.query.stages.findMany({
      where: (stages, { eq }) => eq(stages.name, "Proposal sent"),
    });
    const sale = { stageId: stage?.id ?? null, amount: "500" };
    const quiet = await log(dayOf(-200), { ...sale, followUpOn: dayOf(-190) });
    const other = await log(dayOf(-190), { ...sale, amount: "700", deal: "new" });
    await page.goto("/follow-ups");
    const beside = row(page, "Quiet deals", name).filter({ hasText: /R\s500/ });
    await beside.getByRole("link", { name: "Log a conversation" }).click();
    await expect(page).toHaveURL(`/log?customer=${quiet.customerId}&deal=${quiet.dealId}`);
    await page.getByLabel("Note").fill("Nobody there");
    await pressLog(page);
    await expect(whatHappened(page)).toContainText("without a stage");

    const due = page.getByRole("listitem").filter({ hasText: "190 days ago" });
    await expect(page.getByRole("heading", { name: "Still due. Did you keep it just now?" })).toBeVisible();
    await due.getByRole("link", { name: "Log the follow-up" }).click();
    await pressChip(page, "Stage", "Won");
    await pressLog(page);
    await expect(whatHappened(page)).toContainText(`${name} is now at Won`);
    await expect(page.getByText("Still due")).toHaveCount(0);
    const states = await app.db.query.dealStates.findMany({
      where: (state, { inArray, eq, and }) =>
        and(inArray(state.dealId, [quiet.dealId ?? 0, other.dealId ?? 0]), eq(state.outcome, "won")),
    });
    expect(new Set(states.map(({ dealId }) => dealId))).toEqual(new Set([quiet.dealId]));
    await page.goto("/follow-ups");
    await expect(list(page, "Quiet deals")).toBeVisible();
    await expect(row(page, "Quiet deals", name)).toHaveCount(0);
  },
);

memberTest.describe("without JavaScript", { tag: "@any-window" }, () => {
  memberTest.use({ javaScriptEnabled: false });

  memberTest("a follow-up is ticked", async ({ page, app }) => {
    const { name, log } = await ownCustomer(app, "Heather Hoists");
    await log(dayOf(-9), { followUpOn: dayOf(-4) });
    await page.goto("/follow-ups");
    await row(page, "Overdue", name).getByRole("button", { name: /Done/ }).click();
    await page.goto("/follow-ups");
    await expect(row(page, "Overdue", name)).toHaveCount(0);
  });
});

memberTest("the navigation counts what is due and leads to customers", async ({ page, app, isMobile }) => {
  const { name, log } = await ownCustomer(app, "Ixia Irrigation");
  await log(dayOf(-9), { followUpOn: dayOf(-1) });
  await page.goto("/");
  const main = page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: /\d+ due: Follow-ups/ }).click();
  await expect(row(page, "Overdue", name)).toBeVisible();
  if (isMobile) await main.getByText("More", { exact: true }).click();
  await main.getByRole("link", { name: "Customers" }).locator("visible=true").click();
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
});

test("a viewer reads what is due and can tick nothing", { tag: "@any-window" }, async ({ page, app }) => {
  const { name, log } = await ownCustomer(app, "Jasmine Jacks");
  await log(dayOf(-9), { followUpOn: dayOf(0) });
  await letIn(page.context(), app, await addLogin(app, "viewer"));
  await page.goto("/follow-ups");
  await expect(row(page, "Today", name)).toBeVisible();
  await expect(page.getByRole("main").getByRole("button", { name: /Done/ })).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("link", { name: /^Log/ })).toHaveCount(0);
});
