import { expect, test } from "vitest";
import { newPasswordSchema } from "@/lib/set-up/set-up-schema";
import { isTriedFirst, refuseOwnName } from "./guessable-password";

test.each([
  ["          ", true],
  ["aaaaaaaaaaaa", true],
  ["1212121212", true],
  ["1234567890", true],
  ["890123456789", true],
  ["9876543210", true],
  ["ABCDEFGHIJ", true],
  ["zyxwvutsrq", true],
  ["Password123", true],
  [" password123 ", true],
  ["aabbccaabbcc", false],
  ["qwertyuiop", true],
  ["1qaz2wsx3edc", true],
  ["1234567809", false],
  ["blue tyres roll far", false],
  ["kV3-9fQ0_x", false],
])("“%s” is one of the first that anybody tries: %s", (password, isFirst) => {
  expect(isTriedFirst(password)).toBe(isFirst);
  expect(newPasswordSchema.safeParse(password).success).toBe(!isFirst);
});

test.each([
  ["thandi@highveld.example", true],
  ["Thandi@Highveld.Example", true],
  ["Thandi Zulu", true],
  ["thandizulu2026", true],
  ["t.h.a.n.d.i zulu", true],
  ["thandi2026", true],
  ["Highveld Tyres", true],
  ["zulu rides far at noon", false],
  ["Thandi Zulu rides", false],
])("“%s” says no more than whose it is: %s", (password, isOwn) => {
  const check = () =>
    refuseOwnName(password, ["thandi@highveld.example", "Thandi Zulu", "Highveld Tyres", null]);
  if (isOwn) expect(check).toThrow("not your name, your e-mail or your team's name");
  else expect(check).not.toThrow();
});
