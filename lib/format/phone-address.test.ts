import { expect, test } from "vitest";
import { phoneAddress } from "./phone-address";

test("a number is called however it is written", () => {
  expect(phoneAddress("+27 (82) 555-0199")).toBe("tel:+27825550199");
  expect(phoneAddress("+44 (0)20 7946 0018")).toBe("tel:+442079460018");
  expect(phoneAddress("011 555 0100 ext. 12")).toBe("tel:0115550100;ext=12");
  expect(phoneAddress("011 555 0100 x3")).toBe("tel:0115550100;ext=3");
});

test("what has hardly a digit is no number", () => {
  for (const text of ["", "ask Lerato", "12"]) expect(phoneAddress(text), text).toBeUndefined();
});
