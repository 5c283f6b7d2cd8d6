import { expect, test } from "vitest";
import { phoneAddress } from "./phone-address";

test("a number is called however it is written", () => {
  expect(phoneAddress("+27 (82) 555-0199")).toBe("tel:+27825550199");
  expect(phoneAddress("+44 (0)20 7946 0018")).toBe("tel:+442079460018");
  expect(phoneAddress("011 555 0100 ext. 12")).toBe("tel:0115550100;ext=12");
  expect(phoneAddress("011 555 0100 x3")).toBe("tel:0115550100;ext=3");
  for (const extension of ["ext: 12", "extension 12", ", ext 12", "/ ext 12", ";ext=12", "x-12"]) {
    expect(phoneAddress(`011 555 0100 ${extension}`), extension).toBe("tel:0115550100;ext=12");
  }
  for (const text of ["+49 35205/54321", "+49 (0)35205/54321"]) {
    expect(phoneAddress(text), text).toBe("tel:+493520554321");
  }
});

test("a number that was pasted keeps the + of its country", () => {
  const fromContacts = "\u202d+27 82 555 0199\u202c";
  for (const text of [fromContacts, "Tel: +27 82 555 0199", "Max +27 82 555 0199", "(+27) 82 555 0199"]) {
    expect(phoneAddress(text), text).toBe("tel:+27825550199");
  }
});

test("a word with an x before a number is no extension of it", () => {
  for (const text of ["Fax: 011 555 0100", "Max 011 555 0100", "ext. line: 011 555 0100"])
    expect(phoneAddress(text), text).toBe("tel:0115550100");
  expect(phoneAddress("Fax: +27 82 555 0199 x3")).toBe("tel:+27825550199;ext=3");
});

test("of several numbers the first is called, not their digits in a row", () => {
  expect(phoneAddress("082.555.0199 / 011 555 0100")).toBe("tel:0825550199");
  expect(phoneAddress("011 555 0100 ext 5, +27 82 555 0199")).toBe("tel:0115550100;ext=5");
  expect(phoneAddress("011 555 0100 or 082 555 0199 x3")).toBe("tel:0115550100");
  expect(phoneAddress("+27 82 555 0199 +27 11 555 0100")).toBe("tel:+27825550199");
  expect(phoneAddress("0221/4710-123")).toBe("tel:02214710123");
});

test("what has hardly a digit is no number", () => {
  for (const text of ["", "ask Lerato", "12"]) expect(phoneAddress(text), text).toBeUndefined();
});
