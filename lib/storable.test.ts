import { expect, test } from "vitest";
import { storable, storableInput } from "./storable";

test("half an emoji is no character, and neither is NUL: U+FFFD stands for each", () => {
  expect(storable("a\0b")).toBe("a\uFFFDb");
  expect(storable("half \ud83d, whole 😀")).toBe("half \uFFFD, whole 😀");
});

test("a line break is a line feed, however it was sent", () => {
  expect(storableInput("a\r\nb\rc\n\r\nd")).toBe("a\nb\nc\n\nd");
});
