import { expect, test } from "vitest";
import { inOneLine } from "./in-one-line";

test("facts that are there stand on one line, with a point between", () => {
  expect(inOneLine(["Call", null, "with Anna", "", undefined, false, "30 min"])).toBe(
    "Call · with Anna · 30 min",
  );
  expect(inOneLine([])).toBe("");
});

test("the number after a name that reads from right to left is not drawn before it", () => {
  expect(inOneLine(["with דני", "30 min"])).toBe("\u2068with דני\u2069 · 30 min");
  expect(inOneLine(["وأحمد", "5 days"])).toBe("\u2068وأحمد\u2069 · 5 days");
});
