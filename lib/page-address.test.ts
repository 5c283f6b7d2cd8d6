import { expect, test } from "vitest";
import { pageAddress } from "./page-address";

test("empty parameters are left out, the others keep their order and are escaped", () => {
  const params = { period: "", to: null, salesperson: undefined, search: "a&b ü", stage: "3" };
  expect(pageAddress("/stages", params)).toBe("/stages?search=a%26b+%C3%BC&stage=3");
  expect(pageAddress("/", { to: null })).toBe("/");
});
