import { expect, test } from "vitest";
import { nameKey } from "./name-key";

test.each([
  [" ACME Tyres", "Acme tyres"],
  ["Zoe\u0308", "ZOË"],
  ["J\u030Cani", "\u01F0ani"],
  ["H\u0331ani", "\u1E96ani"],
  ["W\u030Aani", "\u1E98ani"],
])("%j and %j are one name", (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});
