import { expectAnalysisAgrees, expectOverviewAgrees, expectStagesAgree } from "@/e2e/support/agreement";
import { exampleTest as test } from "@/e2e/support/example-test";
import { expect } from "@/e2e/support/expect";
import { figuresOf, rowsOf } from "@/e2e/support/views";

test.describe.configure({ mode: "default" });

const reading = (text: string) => expect.stringContaining(text);

test("A, B and C as of 31 March: two won, one lost, fifteen days to close", async ({ page }) => {
  await page.goto("/?to=2026-03-31");
  expect(await figuresOf(page)).toMatchObject({
    "In Pipeline": reading("0 customers with 0 deals open"),
    Won: reading("2 deals 2 customers, ZAR 0.00"),
    Lost: reading("1 deal 1 customer, ZAR 0.00"),
    "Win %": reading("66.7% 2 of 3 closed deals"),
    "New prospects in March 2026": reading("3 customers"),
    "Average time to close": reading("15.0 days over 2 deals won"),
  });

  await page.goto("/analysis?to=2026-03-31");
  const rows = await rowsOf(page.getByRole("table", { name: "Sales conversations by stage" }));
  expect(rows).toEqual([
    ["Contact made", "0", "0", "0", "0", "0", "0", "0", "–"],
    ["Demo given", "2", "0", "2", "2", "0", "2", "0", "100.0%"],
    ["Proposal sent", "2", "0", "2", "1", "1", "1", "1", "50.0%"],
    ["Won", "0", "0", "2", "2", "0", "2", "0", "100.0%"],
    ["Lost", "0", "0", "1", "0", "1", "0", "1", "0.0%"],
    ["Cancelled", "0", "0", "0", "0", "0", "0", "0", "–"],
  ]);
});

test("A, B and C as of 10 March: two in the pipeline, none won, one lost", async ({ page }) => {
  await page.goto("/?to=2026-03-10");
  expect(await figuresOf(page)).toMatchObject({
    "In Pipeline": reading("2 customers with 2 deals open"),
    Won: reading("0 deals 0 customers"),
    Lost: reading("1 deal 1 customer"),
    "Win %": reading("0.0% 0 of 1 closed deal"),
    "Average time to close": reading("– Nothing was won in this period."),
  });
});

test("E bought for 1,000 in May and is in the pipeline again with 400 in June", async ({ page }) => {
  await page.goto("/?from=2026-04-01&to=2026-06-30");
  expect(await figuresOf(page)).toMatchObject({
    "In Pipeline": reading("1 customer with 1 deal open"),
    "Pipeline value": reading("ZAR 400.00"),
    Won: reading("1 deal 1 customer, ZAR 1,000.00"),
    "Average time to close": reading("13.0 days over 1 deal won"),
    Conversion: reading("50.0% 1 of 2 deals opened"),
  });

  await page.goto("/stages?to=2026-06-30");
  const rows = await rowsOf(page.getByRole("table", { name: "Customers by their last sales conversation" }));
  expect(rows.map(([stage, customer, , , , amount]) => [customer, stage, amount])).toEqual([
    ["E", "Demo given", "ZAR 400.00"],
    ["B", "Won", "–"],
    ["A", "Won", "–"],
    ["C", "Lost", "–"],
  ]);
});

test("the export holds full values and nothing that a spreadsheet would calculate", async ({ page }) => {
  const address = "/stages/export?to=2026-07-12&stage=Proposal sent";
  const comma = await page.request.get(address);
  expect(comma.headers()["content-disposition"]).toBe('attachment; filename="stages-2026-07-12.csv"');
  const cells = `'=1+1 Trading,Proposal sent,open,Ben,2026-07-10,2026-07-10T14:05:00.000Z,Phone,Batteries`;
  expect((await comma.text()).split("\r\n").slice(1)).toEqual([
    `${cells},'@home,"'-2 days, ""maybe""",,1234.50,2,,10`,
    "",
  ]);
  const semicolon = await page.request.get(`${address}&separator=semicolon`);
  expect(await semicolon.text()).toContain(";1234,50;2;;10\r\n");
});

test("pages and API say the same of each day and salesperson", async ({ page, ask, formats }) => {
  const { items } = await ask("grid", "salesperson=Anna");
  expect(items.map(({ customer }) => customer)).toEqual(["E", "A", "C"]);
  for (const search of [
    "to=2026-03-10",
    "period=this-quarter&to=2026-05-31",
    "salesperson=Anna",
    "period=this-year&to=2026-11-30",
  ]) {
    await page.goto(`/stages?${search}`);
    await expectStagesAgree(page, ask, formats);
    await page.goto(`/?${search}`);
    await expectOverviewAgrees(page, ask, formats);
    await page.goto(`/analysis?${search}`);
    await expectAnalysisAgrees(page, ask, formats);
  }
});
