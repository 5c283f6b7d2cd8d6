import { expect, test } from "vitest";
import { distanceToBeginning, isMisspellingOf, isNearlyNamed } from "./misspelling";

test("one letter wrong, left out, too many or swapped is one away, also from the beginning of a longer word", () => {
  for (const typed of ["johm", "jon", "johhn", "jonh"]) expect(distanceToBeginning(typed, "john")).toBe(1);
  expect(distanceToBeginning("jonh", "johnson")).toBe(1);
  expect(distanceToBeginning("john", "johnson")).toBe(0);
  expect(distanceToBeginning("", "john")).toBe(0);
  for (const half of ["mrxks", "mxaks"]) expect(distanceToBeginning("marks", half)).toBe(2);
});

test("each word may be misspelt: one letter of four to seven, two of eight and more, none of fewer", () => {
  for (const [search, name] of [
    ["jonson tyers", "johnson tyres"],
    ["vereniging", "quarry vereeniging"],
    ["ndlvou", "themba ndlovu"],
    ["germistown", "germiston freight"],
    ["oosthuisen", "j. oosthuizen"],
    ["jahnstun", "johnston"],
    ["acne", "acme"],
  ])
    expect(isMisspellingOf(search ?? "", name ?? ""), search).toBe(true);
  for (const [search, name] of [
    ["abs", "abc"],
    ["johnson bakery", "johnson tyres"],
    ["acme", "apex"],
    ["johsnom", "johnson"],
    ["jahmstun", "johnston"],
    ["…", "acme"],
  ])
    expect(isMisspellingOf(search ?? "", name ?? ""), search).toBe(false);
});

test("a name is nearly another but for a letter, spaces, accents and legal form, never for a number", () => {
  const depot = "dépôt 12 (pty) ltd";
  expect(isNearlyNamed("jonson tyers vereniging", "johnson tyres vereeniging")).toBe(true);
  for (const name of ["depot 12", "depoot 12", "depot12"])
    expect(isNearlyNamed(name, depot), name).toBe(true);
  for (const name of ["depot 13", "depot13", "depot 1", "depot"])
    expect(isNearlyNamed(name, depot), name).toBe(false);
});

test("numbers and vowel signs tell names apart in every script", () => {
  for (const [name, other] of [
    ["فرع ١", "فرع ٢"],
    ["शाखा १", "शाखा २"],
    ["राम", "रोमी"],
  ])
    expect(isNearlyNamed(name ?? "", other ?? ""), name).toBe(false);
  expect(isNearlyNamed("فرع ١", "فرع-١")).toBe(true);
});
