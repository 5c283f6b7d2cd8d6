import { expect, test } from "vitest";
import { nameKey } from "./name-key";
import { isNamedLike } from "./named-like";

test.each([
  ["tyres 5", "Tyres North 5 East 7", true],
  ["7 north tyr", "Tyres North 5 East 7", true],
  ["ñandu", "Ñandú & Nandu", true],
  ["nd", "Ñandú & Nandu", false],
  ["nan", "Old Ñandú", true],
  ["yre", "Tyres North 5 East 7", true],
  ["tyres 6", "Tyres North 5 East 7", false],
  ["", "Tyres North 5 East 7", true],
])("“%s” finds “%s”: %s", (search, name, isFound) => {
  expect(isNamedLike(nameKey(name), search)).toBe(isFound);
});
