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
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("a median delay of one day is 1.0 days, as an average time to close is; one that does not exist has no unit", () => {
  expect(shown(1)).toContain(" 1.0 days ");
  expect(shown(null)).not.toContain(" days ");
});
