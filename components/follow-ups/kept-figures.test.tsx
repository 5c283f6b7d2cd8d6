import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { teamFormats } from "@/lib/format/team-formats";
import { KeptFigures } from "./kept-figures";

const formats = teamFormats({
  ...{ locale: "en-US", currency: "USD", currencyDigits: 2 },
  timeZone: "America/New_York",
});

function shown(medianDelayDays: number | null) {
  const figures = { due: 1, keptOnTime: 0, keptLate: 1, missed: 0, open: 0, medianDelayDays };
  const html = renderToStaticMarkup(
    <KeptFigures
      figures={figures}
      address={{ path: "/follow-ups/statistics", params: {} }}
      formats={formats}
    />,
  );
  return { html, text: html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ") };
}

test("a median delay of one day is 1.0 days, as an average time to close is; one that does not exist has no unit", () => {
  expect(shown(1).text).toContain(" 1.0 days ");
  expect(shown(null).text).not.toContain(" days ");
});

test("out of its card, too, each link says which follow-ups it shows", () => {
  const names = [...shown(1).html.matchAll(/<a [^>]*aria-label="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual(["Show: Due", "Show: Kept on time", "Show: Kept late", "Show: Missed", "Show: Open"]);
});
