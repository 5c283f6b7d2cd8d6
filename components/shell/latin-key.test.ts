import { expect, test } from "vitest";
import { latinKey } from "./latin-key";

const pressed = (key: string, code: string, shiftKey = false) => latinKey({ key, code, shiftKey });

test.each([
  ["Russian", "л", "KeyK", "k"],
  ["Ukrainian", "і", "KeyS", "s"],
  ["Greek", "λ", "KeyL", "l"],
  ["Hebrew", "ל", "KeyK", "k"],
  ["Arabic", "ن", "KeyK", "k"],
  ["Hindi", "ु", "KeyG", "g"],
  ["Korean", "ㅏ", "KeyK", "k"],
])("a letter of a %s keyboard is the Latin one on its key", (_keyboard, key, code, letter) => {
  expect(pressed(key, code)).toBe(letter);
});

test.each([
  ["French", "q", "KeyA"],
  ["Bépo", ",", "KeyG"],
  ["Bépo", "é", "KeyW"],
  ["Hebrew", "/", "KeyQ"],
  ["Russian", "?", "Digit7"],
  ["Russian", "х", "BracketLeft"],
  ["any", "Enter", "Enter"],
])("what a %s keyboard calls %s is that", (_keyboard, key, code) => {
  expect(pressed(key, code)).toBe(key);
});

test("with Shift it is the capital, which is another key", () => {
  expect(pressed("Л", "KeyK", true)).toBe("K");
});
