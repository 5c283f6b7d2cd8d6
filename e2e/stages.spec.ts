import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Page } from "@playwright/test";
import { expectStagesAgree } from "@/e2e/support/agreement";
import { expect } from "@/e2e/support/expect";
import { type Ask, figureTest as test } from "@/e2e/support/figure-test";
import { choose, chooseDay, popover } from "@/e2e/support/views";
import { openCsv } from "@/lib/csv/open-csv";
import { addDays } from "@/lib/pipeline/local-date";

async function exported(page: Page) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV", exact: true }).click(),
  ]);
  const { heading, rows } = await openCsv(Readable.from([await readFile(await file.path())]));
  const records: Record<string, string>[] = [];
  for await (const { cells } of rows)
    records.push(Object.fromEntries(heading?.cells.map((name, index) => [name, cells[index] ?? ""]) ?? []));
  return { name: file.suggestedFilename(), records };
}

async function allItems(ask: Ask, search: string) {
  const first = await ask("grid", search);
  const items = [...first.items];
  for (let next = first.next; next; ) {
    const page = await ask("grid", `${search}&cursor=${next}`);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the stages by day and salesperson, narrowed, searched, in order, exported", async ({
      page,
      isMobile,
      ask,
      formats,
      today,
    }) => {
      const day = addDays(today, -45);
      await page.goto("/stages");
      await expectStagesAgree(page, ask, formats);
      await page.getByText("How the numbers are counted").click();
      await expect(page.getByText(/^Whole days up to the as-of day since the deal/)).toBeVisible();
      await chooseDay(page, day);
      await expect(page).toHaveURL(`/stages?to=${day}`);
      await choose(page, "Salesperson", "Ayesha Patel");
      await expect(page).toHaveURL(/salesperson=\d+$/);
      await expectStagesAgree(page, ask, formats);

      const proposals = page
        .getByRole("navigation", { name: "Customers per stage" })
        .getByRole("link", { name: "Proposal sent" });
      await proposals.click();
      await expect(page).toHaveURL(/stage=\d+$/);
      await expect(proposals).toHaveAttribute("aria-current", "true");
      await expectStagesAgree(page, ask, formats);

      if (isMobile) await choose(page, "Order", "Amount");
      else await page.getByRole("link", { name: "Amount", exact: true }).click();
      await expect(page).toHaveURL(/sort=-amount$/);
      await expectStagesAgree(page, ask, formats);
      if (!isMobile)
        await expect(page.getByRole("columnheader", { name: "Amount" })).toHaveAttribute(
          "aria-sort",
          "descending",
        );

      const search = page.getByRole("searchbox", { name: "Search customers, people, deals and notes" });
      await search.fill("tyre");
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page).toHaveURL(/search=tyre/);
      await expect(search).toHaveValue("tyre");
      await expectStagesAgree(page, ask, formats);

      await search.fill("");
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page).not.toHaveURL(/search=tyre/);
      await proposals.click();
      await expect(page).not.toHaveURL(/stage=/);
      await popover(page, "Export").click();
      const { name, records } = await exported(page);
      expect(name).toBe(`stages-${day}.csv`);
      const items = await allItems(ask, new URL(page.url()).search.slice(1));
      expect(items.length).toBeGreaterThan(5);
      expect(records.map(({ customer, stage, amount, date }) => [customer, stage, amount, date])).toEqual(
        items.map(({ customer, stage, amount, date }) => [customer, stage, amount ?? "", date.slice(0, 10)]),
      );
    });

    test("every customer is on one of the pages, and in the export once", { tag: "@any-window" }, async ({
      page,
      ask,
    }) => {
      await page.goto("/stages?sort=customer");
      const rows = page
        .getByRole("table", { name: "Customers by their last sales conversation" })
        .getByRole("rowheader");
      const found = page.getByRole("region", { name: "Search, order and export" }).getByRole("status");
      const next = page.getByRole("link", { name: "Next 100" });
      const pages = page.getByRole("navigation", { name: "Pages" });
      const seen: string[] = [];
      for (;;) {
        const texts = await rows.evaluateAll((headers) =>
          headers.map((header) => header.firstChild?.textContent ?? ""),
        );
        seen.push(...texts);
        if (!(await next.isVisible())) break;
        const address = await next.getAttribute("href");
        await next.click();
        await expect(page).toHaveURL(address ?? "");
      }
      const items = await allItems(ask, "sort=customer");
      expect(seen).toEqual(items.map(({ customer }) => customer));
      await expect(found).toHaveText(/\d+ customers/);

      await pages.getByRole("link", { name: "First page" }).click();
      await expect(page).toHaveURL("/stages?sort=customer");
      // As many as there are database connections: who asks without reading holds none.
      for (let asked = 0; asked < 10; asked++)
        expect((await page.request.head("/stages/export")).status()).toBe(200);
      await popover(page, "Export").click();
      const { records } = await exported(page);
      expect(records.map(({ customer }) => customer)).toEqual(seen);
    });

    test("what is not found and what cannot be used is said", { tag: "@any-window" }, async ({
      page,
      formats,
    }) => {
      await page.goto("/stages?search=zebra+crossing");
      await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
      await page.goto("/stages?stage=Nowhere&sort=colour&to=2999-01-01");
      await expect(page.getByText("There is no stage “Nowhere”.")).toBeVisible();
      await expect(page.getByText("“colour” is no column")).toBeVisible();
      await expect(page.getByText(`${formats.date("2999-01-01")} is in the future`)).toBeVisible();
      await expect(page.getByRole("row").nth(1)).toBeVisible();
      await page.goto("/stages?to=2001-01-01");
      await expect(page.getByRole("heading", { name: "No sales conversations up to then" })).toBeVisible();
      await page.getByRole("link", { name: "Show everything up to today" }).click();
      await expect(page).toHaveURL("/stages");
    });
  });
}
