import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { teamFormats } from "@/lib/format/team-formats";
import { NothingLogged } from "./nothing-logged";

const formats = teamFormats({
  locale: "en-ZA",
  currency: "ZAR",
  currencyDigits: 2,
  timeZone: "Africa/Johannesburg",
});

type Filter = Parameters<typeof NothingLogged>[0]["filter"];

const said = (filter: Filter) =>
  renderToStaticMarkup(
    <NothingLogged
      filter={filter}
      today="2026-05-31"
      logged={3}
      reader={{ id: 1, role: "member" }}
      formats={formats}
      path="/analysis"
      params={{}}
    />,
  );

test.each([
  [{ from: null, to: "2026-04-30", salespersonId: null }, "up to 30 Apr 2026", "Choose a later day."],
  [{ from: null, to: "2026-05-31", salespersonId: 7 }, "up to 31 May 2026", "Choose everyone."],
  [
    { from: "2026-05-01", to: "2026-05-31", salespersonId: null },
    "in 1–31 May 2026",
    "Choose a longer period.",
  ],
  [
    { from: "2026-04-01", to: "2026-04-30", salespersonId: 7 },
    "in 1–30 Apr 2026",
    "Choose a longer period, a later day or everyone.",
  ],
  [
    { from: "2026-05-31", to: "2026-05-31", salespersonId: null },
    "on 31 May 2026",
    "Choose a longer period.",
  ],
] satisfies [Filter, string, string][])(
  "what was looked at is said, and only what would help is advised: %j",
  (filter, when, advice) => {
    const text = said(filter).replaceAll(/\s/g, " ");
    expect(text).toContain(`Nothing with a stage was logged ${when} that this filter keeps. ${advice}`);
    expect(text.includes("up to then")).toBe(filter.from === null);
  },
);

test("everything up to today is no filter: it says what will appear", () => {
  expect(said({ from: null, to: "2026-05-31", salespersonId: null })).toContain("Your pipeline appears here");
});
