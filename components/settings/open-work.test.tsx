import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { teamFormats } from "@/lib/format/team-formats";
import { OpenWork } from "./open-work";

const formats = teamFormats({
  locale: "en-ZA",
  currency: "ZAR",
  currencyDigits: 2,
  timeZone: "Africa/Johannesburg",
});

const said = (deals: number, followUps: number) =>
  renderToStaticMarkup(<OpenWork memberId={7} work={{ deals, followUps }} formats={formats} />).replace(
    /<[^>]*>/g,
    "",
  );

test("what is left open says only what there is of it, as the team writes numbers", () => {
  expect(said(0, 1)).toBe(
    "Left open: 1 follow-up not done. Nobody else is reminded of them: the follow-ups stand under Everybody&#x27;s.",
  );
  expect(said(1200, 0)).toBe(
    `Left open: ${formats.count(1200)} open deals. Nobody else is reminded of them: reassign the deals.`,
  );
  expect(said(1, 2)).toContain("1 open deal and 2 follow-ups not done. Nobody else");
  expect(said(0, 0)).toBe("");
});
