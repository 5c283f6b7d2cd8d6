import type { Page } from "@playwright/test";
import { members, team } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { test } from "@/e2e/support/test";

async function fill(page: Page, code: string, name: string): Promise<void> {
  await page.getByLabel("Set-up code").fill(code);
  await page.getByLabel("Team name").fill(`${name}'s Tyres`);
  await page.getByLabel("Currency").selectOption("ZAR");
  await page.getByLabel("Time zone").selectOption("Africa/Johannesburg");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(`${name.toLowerCase()}@highveld.example`);
  await page.getByLabel("Password").fill("blue tyres roll far");
}

async function press(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Set up the team" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the first visitor sets the team up with the printed code, once, and is told what to do next", async ({
      page,
      emptyApp,
    }) => {
      await page.goto(emptyApp.url);
      await expect(page).toHaveURL(/\/set-up$/);

      await fill(page, "AAAA-AAAA-AAAA-AAAA", "Thandi");
      await press(page);
      const code = page.getByLabel("Set-up code");
      await expect(code).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Team name")).toHaveValue("Thandi's Tyres");
      await expect(page.getByLabel("Time zone")).toHaveValue("Africa/Johannesburg");
      expect(await emptyApp.db.$count(team)).toBe(0);
      if (javaScriptEnabled) await expectAccessible(page);

      await code.fill(emptyApp.setUpCode);
      await page.getByLabel("Password").fill("blue tyres roll far");
      await press(page);
      await expect(page).toHaveURL(`${emptyApp.url}/`);
      expect(await emptyApp.db.select({ name: team.name, timeZone: team.timeZone }).from(team)).toEqual([
        { name: "Thandi's Tyres", timeZone: "Africa/Johannesburg" },
      ]);
      expect(await emptyApp.db.select({ role: members.role }).from(members)).toEqual([{ role: "admin" }]);

      for (const view of ["/", "/stages", "/analysis"]) {
        await page.goto(`${emptyApp.url}${view}`);
        await expect(page.getByRole("heading", { name: "Your pipeline appears here" })).toBeVisible();
        const main = page.getByRole("main");
        await expect(main.getByRole("link", { name: "Log a conversation" })).toHaveAttribute("href", "/log");
        const command = main.getByText("npm run import -- conversations conversations.csv");
        await expect(command).toBeHidden();
        await main.locator("summary", { hasText: "Bring what you have" }).click();
        await expect(command).toBeVisible();
        await expect(main.getByText("with_whom, note, follow_up_on")).toBeVisible();
        await expect(main.getByText("name, outcome")).toBeVisible();
      }
      if (javaScriptEnabled) await expectAccessible(page);

      await page.goto(`${emptyApp.url}/set-up`);
      await expect(page.getByRole("heading", { name: "Already set up" })).toBeVisible();
    });
  });
}

test("of two who set the team up at the same moment one does", { tag: "@any-window" }, async ({
  page,
  browser,
  emptyApp,
}) => {
  const other = await (await browser.newContext()).newPage();
  const people = [
    { page, name: "Thandi" },
    { page: other, name: "Pieter" },
  ];
  for (const person of people) {
    await person.page.goto(`${emptyApp.url}/set-up`);
    await fill(person.page, emptyApp.setUpCode, person.name);
  }
  await Promise.all(people.map((person) => press(person.page)));
  const inside = (one: Page) => one.getByRole("heading", { name: "Your pipeline appears here" });
  const refused = (one: Page) => one.getByRole("heading", { name: "Already set up" });
  for (const person of people) await expect(inside(person.page).or(refused(person.page))).toBeVisible();
  const teams = await emptyApp.db.select({ name: team.name }).from(team);
  const admins = await emptyApp.db.select({ name: members.name }).from(members);
  expect(teams).toHaveLength(1);
  expect(admins).toHaveLength(1);
  for (const person of people) {
    const isWinner = person.name === admins[0]?.name;
    await expect(isWinner ? inside(person.page) : refused(person.page)).toBeVisible();
  }
  await other.context().close();
});
