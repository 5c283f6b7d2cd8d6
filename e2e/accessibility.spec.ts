import type { Locator } from "@playwright/test";
import { eq } from "drizzle-orm";
import { members, type ShareView } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible, expectNoSidewaysScroll } from "@/e2e/support/expect-accessible";
import { expectWholeWords } from "@/e2e/support/expect-whole-words";
import { pressChip } from "@/e2e/support/log-form";
import { dayOf } from "@/e2e/support/own-customer";
import { teamTest } from "@/e2e/support/team-test";
import { memberTest, test } from "@/e2e/support/test";
import { demoTeam } from "@/lib/demo/demo-team";
import { longest } from "@/lib/pipeline/longest";
import { makeShareLink } from "@/lib/shares/make-share-link";
import { wholeView } from "@/lib/shares/share-filter";
import { partsOf } from "@/lib/wording/share-parts";
import { importText } from "@/tests/support/import-text";

test("sign-in, and its errors, are accessible", async ({ page }) => {
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expectAccessible(page);

  // What stands there already is not read out once more: the same answer again is a new one.
  const said = page.getByRole("alert").filter({ hasText: "password" });
  const answered = async () => {
    await page.getByLabel("E-mail").fill("nobody@example.com");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    return said.elementHandle();
  };
  const first = await answered();
  await answered();
  await expect.poll(() => first?.evaluate(({ isConnected }) => isConnected)).toBe(false);
  await expect(said).toBeVisible();
});

for (const path of [
  "/?period=this-quarter&to=2999-01-01",
  "/stages?stage=Proposal sent&sort=-amount",
  "/analysis?period=this-year",
  "/follow-ups/statistics?period=this-year&show=kept+late",
]) {
  memberTest(`${path} is accessible, with everything that opens on it`, async ({ page }) => {
    memberTest.slow();
    await page.goto(path);
    await expectAccessible(page);

    const popovers = page
      .getByRole("region", { name: /^(Filters|Search, order and export)$/ })
      .locator("summary:visible");
    for (const summary of await popovers.all()) {
      await summary.click();
      await expectAccessible(page, "details[open]");
      await page.keyboard.press("Escape");
    }
    const definitions = page.locator("summary", { hasText: "how it is counted" });
    if ((await definitions.count()) > 0) {
      await definitions.first().click();
      await expectAccessible(page, "details[name=definition]");
      await page.keyboard.press("Escape");
    }
    const inPlace = page.locator("summary", { hasText: /^(As a table|How the columns|By the member)/ });
    if ((await inPlace.count()) > 0) {
      for (const summary of await inPlace.all()) await summary.click();
      await expectAccessible(page, "details[open]");
    }
  });
}

memberTest(
  "the deals behind a figure open from its card, as many as it says, and are accessible",
  async ({ page }) => {
    await page.goto("/?period=this-year");
    const won = page.getByRole("group", { name: "Won", exact: true });
    const [figure] = /\d+(?=deals)/.exec((await won.textContent()) ?? "") ?? [];
    await won.getByRole("link", { name: "See deals: Won", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Deals won" })).toBeVisible();
    await expect(page.getByText(`${figure} deals of`)).toBeVisible();
    await expectAccessible(page);
  },
);

memberTest("sharing a view, what is shared and a shared page are accessible", async ({ page, app }) => {
  memberTest.slow();
  const [admin] = await app.db.select().from(members).where(eq(members.email, demoTeam.adminEmail));
  if (!admin) throw new Error("The demo has its admin.");
  const share = (view: ShareView, passphrase = "") =>
    makeShareLink(app.db, {
      actor: admin,
      now: new Date(),
      today: dayOf(0),
      wanted: {
        title: "For the bank",
        view,
        filter: { ...wholeView, preset: "this-quarter" },
        parts: partsOf(view),
        customersMasked: true,
        salespeopleByInitials: true,
        amountsHidden: view === "overview",
        passphrase,
        expiresAt: null,
      },
    });
  const [overview, stages, locked] = await Promise.all([
    share("overview"),
    share("stages"),
    share("analysis", "blue tyres roll"),
  ]);
  for (const path of [
    "/share-links/new?of=stages",
    "/settings/shared-links",
    `/settings/shared-links/${locked.id}`,
    ...[overview, stages, locked].map(({ token }) => `/share/${token}`),
    "/share/made-up",
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

for (const path of ["/stages?search=zebra+crossing", "/analysis?to=2001-01-01", "/search?q=zebra+crossing"]) {
  memberTest(`${path}, which finds nothing, is accessible`, async ({ page }) => {
    await page.goto(path);
    await page.locator("summary", { hasText: "Your menu" }).click();
    await expectAccessible(page);
    await page.setViewportSize({ width: 740, height: 360 });
    await expect(page.getByRole("button", { name: "Sign out" })).toBeInViewport();
  });
}

memberTest(
  "on paper a list tells that it goes on, the board shows every stage, and what is closed is left out",
  { tag: "@any-window" },
  async ({ page }) => {
    const paper = 794;
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: paper, height: 1123 });
    await page.goto("/deals?figure=opened");
    await expect(
      page.getByText(/^The first 100 of .+ deals; the others are on the next pages\.$/),
    ).toBeVisible();
    await page.goto("/stages?view=board");
    await expect(page.getByText(/^The first 20 of \d+\.$/).first()).toBeVisible();
    const ends = await page
      .locator("[data-column]")
      .evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect().right));
    expect(ends.length).toBeGreaterThan(4);
    expect(Math.max(...ends)).toBeLessThanOrEqual(paper);
    await page.goto("/follow-ups/statistics");
    const byMember = page.getByText("By the member who promised");
    await expect(byMember, "closed it has nothing to tell on paper").toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await byMember.click();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("table", { name: "Follow-ups by member" })).toBeVisible();
  },
);

memberTest(
  "in the system's own colours it can be told what is chosen, where one is, and what is a button",
  { tag: "@any-window" },
  async ({ page }) => {
    const line = (element: Locator) => element.evaluate((node) => getComputedStyle(node).textDecorationLine);
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto("/log");
    await pressChip(page, "Stage", "Qualified");
    const stages = page.getByRole("group", { name: "Stage", exact: true });
    const chip = (name: string) => stages.locator("label").filter({ hasText: name });
    expect([await line(chip("Qualified")), await line(chip("Proposal sent"))]).toEqual(["underline", "none"]);
    const place = (name: string) =>
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });
    expect([await line(place("Log")), await line(place("Stages"))]).toEqual(["underline", "none"]);
    await expect(page.getByRole("button", { name: "Log", exact: true })).not.toHaveCSS(
      "border-top-width",
      "0px",
    );
    const drawn = (element: Locator) => element.evaluate((node) => getComputedStyle(node).borderBottomWidth);
    await page.goto("/settings/api");
    const section = (name: string) =>
      page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name });
    expect([await line(section("API")), await line(section("Team"))]).toEqual(["underline", "none"]);
    expect(await drawn(section("Team")), "no line under a section that one is not in").toBe("0px");
    await page.goto("/offline");
    const part = (name: string) => page.getByRole("button", { name, exact: true });
    expect([await line(part("New")), await line(part("Yours"))]).toEqual(["underline", "none"]);
    expect(await drawn(part("Yours")), "nor under another part of what a device keeps").toBe("0px");
  },
);

for (const path of [
  "/",
  "/stages",
  "/stages?sort=-amount",
  "/stages?view=board",
  "/search?q=tyre",
  "/analysis",
  "/deals?figure=won",
  "/follow-ups/statistics?show=due",
  "/follow-ups?whose=everyone",
  "/profile",
]) {
  memberTest(
    `${path} fits into the window from 768 down to 240 points, and its tables keep words and figures whole`,
    { tag: "@any-window" },
    async ({ page }) => {
      await page.goto(path);
      if (path === "/stages") {
        const salesperson = page.locator("td[data-label=Salesperson]").first();
        await salesperson.evaluate((cell) => {
          cell.textContent = "Annelien Bouwmeester";
        });
        await page.setViewportSize({ width: 1280, height: 640 });
        const outside = await page.locator("td[data-label=Follow-up]").evaluateAll((cells) => {
          const dates = ["30. Sept. 2026", "30 de set. de 2026"];
          return dates.filter((date, index) => {
            const [cell, text] = [cells[index] as HTMLElement, document.createRange()];
            cell.textContent = date;
            text.selectNodeContents(cell);
            const { paddingLeft, paddingRight } = getComputedStyle(cell);
            const room = cell.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
            return text.getBoundingClientRect().width > room;
          });
        });
        expect(outside, "long dates stay in their column").toEqual([]);
        await expectWholeWords(page);
      }
      for (const width of [768, 360, 320, 240]) {
        await page.setViewportSize({ width, height: 640 });
        await expectNoSidewaysScroll(page);
        if (width >= 320) await expectWholeWords(page);
      }
      if (path === "/follow-ups?whose=everyone") {
        await page.setViewportSize({ width: 360, height: 640 });
        await page.evaluate(() => {
          document.documentElement.style.fontSize = "200%";
        });
        const choices = page.getByRole("navigation", { name: "Whose follow-ups" }).locator("a span");
        const cut = await choices.evaluateAll((found) =>
          found
            .filter((choice) => choice.scrollWidth > choice.clientWidth)
            .map((choice) => choice.textContent),
        );
        expect(cut, "in letters twice as large").toEqual([]);
      }
    },
  );
}

teamTest(
  "no page scrolls sideways for a name that is one long word",
  { tag: "@any-window" },
  async ({ page, ownApp }) => {
    const long = (of: string) => of.padEnd(longest.name, "m");
    const stage = "Stage".padEnd(longest.stageName, "m");
    const sale = [long("Customer"), "2026-11-20", long("Member"), stage, long("Deal"), "999999999999.99"];
    const talk = [long("Topic"), long("Channel"), long("Contact"), "n".repeat(1000), "2026-11-25"];
    const heading = "customer,date,employee,stage,deal,amount,about,how,with_whom,note,follow_up_on";
    await importText(ownApp.db, "stages", `name,outcome\n${stage},open\nWon,won\nLost,lost\n`, {
      memberId: ownApp.adminId,
    });
    await importText(ownApp.db, "conversations", `${heading}\n${[...sale, ...talk]}\n`, {
      memberId: ownApp.adminId,
    });
    for (const path of [
      ...["/", "/stages", "/stages?view=board", "/analysis", "/customers", "/customers/1", "/deals/1"],
      "/deals?figure=opened",
      "/settings/pipeline",
      ...["/conversations/1", "/follow-ups", "/log?customer=1", "/settings/members", "/settings/topics"],
    ]) {
      await page.setViewportSize({ width: 1280, height: 800 });
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expectNoSidewaysScroll(page);
      for (const width of [768, 360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        await expectNoSidewaysScroll(page);
      }
    }
  },
);
