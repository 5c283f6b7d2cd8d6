import { inWord } from "@/lib/pipeline/plain-name";

const [lastCharacter, firstSurrogate, lastSurrogate] = [0x10ffff, 0xd800, 0xdfff];

const written = (code: number) => `\\U${code.toString(16).padStart(8, "0")}`;

function* rangesBetweenWords(): Generator<string> {
  const isInWord = new RegExp(`[${inWord}]`, "u");
  const isBetween = (code: number) =>
    (code < firstSurrogate || code > lastSurrogate) && !isInWord.test(String.fromCodePoint(code));
  let first: number | undefined;
  for (let code = 1; code <= lastCharacter + 1; code++) {
    if (code <= lastCharacter && isBetween(code)) first ??= code;
    else if (first !== undefined) {
      yield `${written(first)}-${written(code - 1)}`;
      first = undefined;
    }
  }
}

let pattern: string | undefined;

/**
 * A regular expression of Postgres for what stands between words, the same characters as lib/pipeline/plain-name.ts
 * has it: Postgres's own classes go by the database's locale, and take the digits of other scripts for punctuation.
 */
export function betweenWords(): string {
  pattern ??= `[${[...rangesBetweenWords()].join("")}]+`;
  return pattern;
}
