import { expect, it } from "vitest";
import { longest } from "@/lib/pipeline/longest";
import { logSchema } from "./log-schema";
import { noteProblem } from "./note-problem";

it("what is logged from a device has an id of its own or none", () => {
  const ids = ["", "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "7", "\u0000", "x".repeat(40)];
  const read = ids.map((deviceId) => logSchema.safeParse({ deviceId }).success);
  expect(read).toEqual([true, true, false, false, false]);
});

it("a note of any length is read, to be told that it is too long; no other field is that long", () => {
  expect(logSchema.parse({ note: "x".repeat(60_000) }).note).toHaveLength(60_000);
  expect(noteProblem("x".repeat(longest.note))).toBeUndefined();
  expect(noteProblem("x".repeat(60_000))).toBe("A note has at most 20000 characters.");
  expect(logSchema.safeParse({ customer: "x".repeat(60_000) }).success).toBe(false);
});
