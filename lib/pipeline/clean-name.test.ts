import { expect, test } from "vitest";
import { cleanName } from "./clean-name";
import { nameKey } from "./name-key";

test.each([
  ["  Acme Tyres ", "Acme Tyres"],
  ["Acme  Tyres", "Acme  Tyres"],
  ["Jane\nDoe", "Jane Doe"],
  [" Jane \r\n\t Doe\n", "Jane Doe"],
  ["Jane\u2028Doe", "Jane Doe"],
  ["Acme  Tyres\nLtd", "Acme  Tyres Ltd"],
  ["Acme\n\0 Ltd", "Acme\n\0 Ltd"],
  ["Jane\u0007\u0085Doe", "Jane Doe"],
  ["\u0007", ""],
  ["\u200B", ""],
  ["\u00AD \u2060\uFEFF", ""],
  ["\u3164\uFE0F\u034F\u2800", ""],
  ["Jane\u200DDoe", "Jane\u200DDoe"],
  ["\u202EYnapmoc\u202C ", "Ynapmoc"],
  ["Acme \u2066\u202D\u2069Ltd\u202A\u202B\u2067\u2068", "Acme Ltd"],
  ["\u202E \u2069", ""],
  ["\u05D0\u200F!\u200E", "\u05D0\u200F!\u200E"],
  ["☎\uFE0F", "☎\uFE0F"],
])("%j is stored as %j, and found by it", (typed, name) => {
  expect(cleanName(typed)).toBe(name);
  expect(nameKey(typed)).toBe(nameKey(name));
});
