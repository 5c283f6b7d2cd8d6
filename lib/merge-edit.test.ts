import { expect, test } from "vitest";
import { mergeEdit } from "./merge-edit";

const merge = (seen: string, typed: string, now: string) =>
  mergeEdit(["name"], { seen: { name: seen }, typed: { name: typed }, now: { name: now } }).name;

test("what only one of the two changed is kept", () => {
  expect(merge("A", "B", "A")).toEqual({ value: "B", saved: null, before: null });
  expect(merge("A", "A", "C")).toEqual({ value: "C", saved: null, before: "A" });
  expect(merge("A", "A", "A")).toEqual({ value: "A", saved: null, before: null });
});

test("whether lines end by CRLF or LF is no difference", () => {
  const same = { value: "A\nB", saved: null, before: null };
  expect(merge("A\nB", "A\nB", "A\r\nB")).toEqual(same);
  expect(merge("A\r\nB", "A\r\nB", "A\r\nB")).toEqual(same);
});

test("what both changed is shown both ways, unless they wrote the same", () => {
  expect(merge("A", "B", "C")).toEqual({ value: "B", saved: "C", before: null });
  expect(merge("A", "B", "B")).toEqual({ value: "B", saved: null, before: null });
  expect(merge("A", "", "C")).toEqual({ value: "", saved: "C", before: null });
});
