import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DealRow } from "./deal-row";
import { DealTable } from "./deal-table";

test("the links of two deals opened on one day say whose each is", () => {
  const row: DealRow = {
    ...{ key: 1, customerId: 1, customer: "Kudu Kilns", deal: "Deal of 9 Nov 2026" },
    ...{ stage: "Qualified", color: null, outcome: "open", salesperson: "Anna", amount: "R 800" },
    ...{ opened: "9 Nov 2026", closed: "", daysToClose: "" },
  };
  const rows = [row, { ...row, key: 2, customerId: 2, customer: "Ibis Imports" }];
  const html = renderToStaticMarkup(<DealTable rows={rows} label="Deals" />);
  const names = [...html.matchAll(/<a [^>]*aria-label="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual(["Deal of 9 Nov 2026: Kudu Kilns", "Deal of 9 Nov 2026: Ibis Imports"]);
});
