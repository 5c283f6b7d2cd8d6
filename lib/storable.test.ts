import { expect, test } from "vitest";
import { storable } from "./storable";

test("half an emoji is no character, and neither is NUL: U+FFFD stands for each", () => {
  expect(storable("a\0b")).toBe("a\uFFFDb");
  expect(storable("half \ud83d, whole 😀")).toBe("half \uFFFD, whole 😀");
});
