import type { Page } from "@playwright/test";
import { expect } from "@/e2e/support/expect";
import type { Ask } from "@/e2e/support/figure-test";
import { figuresOf, rowsOf } from "@/e2e/support/views";
import { filterParameters } from "@/lib/figures/filter-params";
import type { TeamFormats } from "@/lib/format/team-formats";
import { mean } from "@/lib/pipeline/metrics";

function filterOf(page: Page): string {
  const params = new URL(page.url()).searchParams;
  return String(
    new URLSearchParams([...params].filter(([name]) => filterParameters.some((one) => one === name))),
  );
}

/** Texts without the kinds of space that numbers are grouped by. */
function plain(texts: readonly string[]): string[] {
  return texts.map((text) => text.replace(/\s+/g, " ").trim());
}

/** A number as it stands in a text, not as a part of a longer one. */
function standing(text: string): RegExp {
  const spaced = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s/g, "\\s");
  return new RegExp(`(?<![\\d.,])${spaced}(?![\\d]|[.,]\\d)`);
}

/** Expects the overview to show what the API answers to the same address. */
export async function expectOverviewAgrees(page: Page, ask: Ask, formats: TeamFormats): Promise<void> {
  const { overview } = await ask("overview", filterOf(page));
  const { inPipeline, won, lost } = overview;
  const { count, money, percent, days } = formats;
  const expected = {
    "In Pipeline": [count(inPipeline.customers), count(inPipeline.deals)],
    Won: [count(won.deals), count(won.customers), money(won.value)],
    Lost: [count(lost.deals), count(lost.customers), money(lost.value)],
    "Win %": [percent(overview.winRate)],
    "New prospects": [count(overview.newProspectsThisMonth)],
    "Average time to close": [days(overview.averageDaysToClose)],
    "Pipeline value": [money(inPipeline.value), count(inPipeline.deals)],
    "Average deal size": [money(inPipeline.averageDealSize)],
    Conversion: [percent(overview.conversionRate)],
    "Pipeline velocity": [money(overview.velocityPerDay)],
  };
  const shown = Object.entries(await figuresOf(page));
  expect(shown).toHaveLength(Object.keys(expected).length);
  for (const [label, texts] of Object.entries(expected)) {
    const [, card = ""] = shown.find(([name]) => name.startsWith(label)) ?? [];
    for (const text of texts) expect(card, `${label} on ${page.url()}`).toMatch(standing(text));
  }
}

/** Expects the stages' totals and rows to be what the API answers to the same address. */
export async function expectStagesAgree(page: Page, ask: Ask, formats: TeamFormats): Promise<void> {
  const { grid, items } = await ask("grid", new URL(page.url()).search.slice(1));
  const { count, money, date } = formats;
  const totals = page.getByRole("navigation", { name: "Customers per stage" }).getByRole("link");
  await expect(totals).toHaveText([
    `All stages${count(grid.rows)}${grid.rows === 1 ? "customer" : "customers"}`,
    ...grid.stages.map(({ stage, customers, value }) => `${stage}${count(customers)}${money(value)}`),
  ]);
  const table = page.getByRole("table", { name: "Customers by their last sales conversation" });
  const rows = await rowsOf(table);
  // What has become of a follow-up stands below its day on the page only.
  expect(
    rows.map((cells) => cells.map((text) => text.replace(/(?<=\d)(done|overdue|snoozed)$/, ""))),
  ).toEqual(
    items.map((item) =>
      plain([
        item.stage ?? "",
        `${item.customer}${item.withWhom ?? ""}`,
        item.salesperson,
        `${date(item.date.slice(0, 10))}${item.how ?? ""}`,
        `${[item.about, item.deal].filter(Boolean).join(" · ")}${item.note}`,
        money(item.amount),
        count(item.daysInStage),
        date(item.followUpOn),
        item.daysBeforePipeline === null ? "–" : count(item.daysBeforePipeline),
      ]),
    ),
  );
}

/** How many deals were opened in the period of the page, as the overview says at its Conversion. */
async function openedOf(page: Page): Promise<number> {
  const overview = await (await page.request.get(`/?${filterOf(page)}`)).text();
  if (overview.includes("No deal was opened in this period.")) return 0;
  const [, opened = ""] = /of ([^<>]*\d) deals? opened/.exec(overview) ?? [];
  expect(opened, "The overview says how many deals were opened.").not.toBe("");
  return Number(opened.replace(/\D/g, ""));
}

/** Expects the analysis, the funnel and the time in stage to be what the API answers to the same address. */
export async function expectAnalysisAgrees(page: Page, ask: Ask, formats: TeamFormats): Promise<void> {
  const filter = filterOf(page);
  const { count, percent, days } = formats;

  const { analysis } = await ask("analysis", filter);
  expect(await rowsOf(page.getByRole("table", { name: "Sales conversations by stage" }))).toEqual(
    analysis.map(({ stage, winRate, ...row }) =>
      plain([
        stage ?? "",
        ...[row.inProcess, row.stillOpen, row.customers, row.won, row.lost, row.wonDeals, row.lostDeals].map(
          count,
        ),
        percent(winRate),
      ]),
    ),
  );

  const { timeInStage } = await ask("time-in-stage", filter);
  expect(await rowsOf(page.getByRole("table", { name: "Time in stage" }))).toEqual(
    timeInStage.map(({ stage, spans, medianDays, meanDays }) =>
      plain([stage ?? "", count(spans), days(medianDays), days(meanDays)]),
    ),
  );

  const { funnel } = await ask("funnel", filter);
  const opened = await openedOf(page);
  await page.getByText("As a table: Funnel").click();
  expect(await rowsOf(page.getByRole("table", { name: "Funnel" }))).toEqual(
    funnel.map(({ stage, reached }, index) => {
      const next = funnel[index + 1];
      return plain([
        stage ?? "Won",
        count(reached),
        percent(mean(reached, opened)),
        percent(next ? mean(next.reached, reached) : null),
      ]);
    }),
  );
}
