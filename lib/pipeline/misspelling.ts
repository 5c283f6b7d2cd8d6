import { plainName, wordsOf } from "./plain-name";

/** Changed letters that still count as the same word: none of a short one, one, of a long one two. */
function lettersWrong(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one word the other,
 * or its beginning: "jonh" is one away from "john" and from "johnson".
 */
export function distanceToBeginning(typed: string, word: string): number {
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1] ? 0 : 1;
      const at = (list: number[], index: number) => list[index] ?? Number.POSITIVE_INFINITY;
      let least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + same);
      const isSwapped = typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (i > 1 && j > 1 && isSwapped) least = Math.min(least, at(before, j - 2) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}

/**
 * Whether a name may be meant by a search with typing errors: each of its words is, but for a letter or two,
 * a word of the name or its beginning. Both are name keys.
 */
export function isMisspellingOf(search: string, name: string): boolean {
  const names = wordsOf(name);
  const words = wordsOf(search);
  return (
    words.length > 0 &&
    words.every((word) => names.some((other) => distanceToBeginning(word, other) <= lettersWrong(word)))
  );
}

const digitsOf = (key: string) => key.replaceAll(/\P{Nd}/gu, "");

/**
 * Whether a new name is nearly another: but for a letter or two, accents, spaces or legal form. Numbers are told
 * apart: "depot 12" is not nearly "depot 13". Both are name keys.
 */
export function isNearlyNamed(key: string, other: string): boolean {
  if (digitsOf(key) !== digitsOf(other)) return false;
  return isMisspellingOf(key, other) || isMisspellingOf(plainName(key), plainName(other));
}
