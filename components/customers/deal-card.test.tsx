import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DealPath } from "@/lib/customers/deal-paths";
import { teamFormats } from "@/lib/format/team-formats";
import type { Outcome } from "@/lib/pipeline/outcome";
import { DealCard } from "./deal-card";

const formats = teamFormats({
  ...{ locale: "en-US", currency: "USD", currencyDigits: 2 },
  timeZone: "America/New_York",
});

function heading(stage: string, outcome: Outcome): string | undefined {
  const deal = { id: 1, name: null, stage, outcome, amount: null, openedOn: "2026-05-03", steps: [] };
  const html = renderToStaticMarkup(
    <DealCard deal={deal as unknown as DealPath} formats={formats} isOnItsPage />,
  );
  return /<h3.*<\/h3>/s.exec(html)?.[0].replace(/<[^>]*>/g, "");
}

test.each([
  ["Won", "won", "Won"],
  ["Closed – lost", "lost", "Closed – lost"],
  ["Order placed", "won", "Order placed, won"],
  ["Reopened", "open", "Reopened, open"],
  ["Won back", "open", "Won back, open"],
] as const)("a deal's heading says its outcome once: %s, %s", (stage, outcome, said) => {
  expect(heading(stage, outcome)).toBe(said);
});
