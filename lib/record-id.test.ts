import { expect, test } from "vitest";
import { recordId } from "./record-id";

test("only a whole positive number that fits is an id", () => {
  expect(recordId("42")).toBe(42);
  for (const text of [undefined, "", "0", "-1", "1.5", "1e3", "042", "x", "9".repeat(16)])
    expect(recordId(text), String(text)).toBeUndefined();
});
