import { invisible } from "@/lib/pipeline/invisible";
import { plainApostrophes } from "@/lib/pipeline/plain-apostrophes";
import { plainWithPlaces, withoutAccents } from "@/lib/pipeline/without-accents";

/** By what a person is found in texts: names, e-mail addresses and phone numbers, today's and earlier ones. */
export type PersonMarks = { names: Set<string>; emails: Set<string>; phones: Set<string> };

/** Stands where a person's name stood. */
export const erasedWord = "[erased]";

/** The name, e-mail addresses and phone numbers in what is and was written of the person. */
export function marksOf(facts: readonly Record<string, unknown>[]): PersonMarks {
  const texts = (key: string) =>
    new Set(
      facts.flatMap((fact) => {
        const value = fact[key];
        return typeof value === "string" && value.trim() !== "" && value !== erasedWord ? [value] : [];
      }),
    );
  return { names: texts("name"), emails: texts("email"), phones: texts("phone") };
}

const everyInvisible = new RegExp(`[${invisible}]`, "g");
/** A text without what nobody sees. */
export const seen = (text: string) => text.replace(everyInvisible, "");

// Where a text has what nobody sees among the letters. Postgres looks through texts that have none of it.
const amongLetters = { script: `[${invisible}]*`, postgres: "" } as const;
// U+FEFF is among \s: a run that two parts could take would be tried in every way.
const amongSpaces = invisible.replace("\ufeff", "");

type For = keyof typeof amongLetters;

const special = /[.*+?^$()|[\]{}\\]/g;
const literal = (text: string, of: For) =>
  [...text].map((letter) => letter.replace(special, "\\$&")).join(amongLetters[of]);
const fewestDigits = 7;

// However many spaces, line breaks or, in an address, pluses stand between the words of a name.
const spaces = {
  script: `[${amongSpaces}]*(\\s|\\+|%20)([${amongSpaces}]|\\s|\\+|%20)*`,
  postgres: "(\\s|\\+|%20)+",
} as const;
const spaced = (name: string, of: For) =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => literal(word, of))
    .join(spaces[of]);

const lastDigits = (phone: string) => phone.replace(/\D/g, "").slice(-9);

// However a number is grouped.
const dialled = (digits: string) => [...digits].join("[^0-9a-z]{0,3}");

// The country's prefix or a leading 0 makes no other number of it.
const dialledFrom = {
  script: "((\\+|00)?[0-9]{1,3}[^0-9a-z]{0,3}(0[^0-9a-z]{0,2})?)?",
  postgres: "",
} as const;

const plainOf = (text: string) => plainApostrophes(withoutAccents(text));

/** One way to write the person, as a source for regular expressions, and what a text that says it so begins it with. */
export type Part = { source: string; begins: string } | { source: string; digits: string };

/** All the ways to write the person, in the order in which they are tried: the longest of a kind first. */
export function partsOfPerson({ names, emails, phones }: PersonMarks, of: For): Part[] {
  const plain = (texts: Iterable<string>) =>
    [...texts]
      .map((text) => plainOf(seen(text)))
      .filter((text) => text.trim() !== "")
      .sort((a, b) => b.length - a.length);
  return [
    ...plain(emails).map((email) => ({ source: literal(email, of), begins: email })),
    ...plain(names).map((name) => ({ source: spaced(name, of), begins: name.trim().replace(/\s.*/s, "") })),
    ...plain(phones)
      .map(lastDigits)
      .filter((digits) => digits.length >= fewestDigits)
      .map((digits) => ({ source: dialledFrom[of] + dialled(digits), digits })),
  ];
}

// Beyond these, asking Postgres for all at once takes longer than reading every text, and in the end it refuses to.
const mostSearched = 12;

/**
 * A source for regular expressions of Postgres, by which one only learns whether a text may say the person: what nobody
 * sees is taken out of the text itself, and what may be before a number is left out, as looking for it takes more than
 * twice as long and finds no other text. Undefined when there is nothing to look for, or too much.
 */
export function searchPattern(marks: PersonMarks): string | undefined {
  const parts = partsOfPerson(marks, "postgres");
  if (parts.length === 0 || parts.length > mostSearched) return undefined;
  return `(${parts.map(({ source }) => source).join("|")})`;
}

/**
 * Finds where a text without accents and with plain apostrophes says the person, without regard to case and to what
 * nobody sees: lib/privacy/person-finder.ts.
 */
export type PersonFinder = (plain: string) => Iterable<{ 0: string; index: number }>;

const scripts = "Han Hiragana Katakana Hangul Thai Lao Khmer Myanmar".split(" ");
// Of scripts that are written without a space between a name and what is next to it.
const unspaced = `[${scripts.map((script) => `\\p{scx=${script}}`).join("")}]`;
const ofWord = `(?!${unspaced})[\\p{L}\\p{N}]`;
// "And", "to", "in" and the like are letters before a name in Hebrew and in Arabic.
const prefixes = "(?<=(?<![\\p{L}\\p{N}])([והשלבכמ]{1,3}|[وفبكلا]{1,3}))";

/** Where a text can begin to say a person. */
export const everyBeginning = new RegExp(`((?<!${ofWord})|(?=${unspaced})|${prefixes})`, "giu");

const isOneCharacter = new RegExp(`^${unspaced}$`, "u");
const endsSpaced = new RegExp(`^\\p{L}*(?!${unspaced})\\p{L}$`, "u");
// What makes another syllable of the one before it: "김지" is not in "김진", nor "かた" in "かだ".
const ofSyllable = /[\u1160-\u11ff\u3099\u309a]/;

type Neighbours = { written: string; before: string; next: string };

/** Whether what was found is a part of another word. */
function isWithinWord(match: string, { written, before, next }: Neighbours): boolean {
  if (ofSyllable.test(next)) return true;
  if (isOneCharacter.test(seen(written).normalize("NFC")))
    return /\p{L}/u.test(before) || /\p{L}/u.test(next);
  return endsSpaced.test(seen(match)) && endsSpaced.test(next);
}

/**
 * A text without the person, with or without the accents of the name. A name within a longer word is another
 * name ("Ann Lee" in "Joann Lee"); the end of a name of one word must be the end of that word too. Scripts without
 * spaces do not tell where a word ends: a name in one, or beside one, is found anywhere ("昨日田中太郎さん"), but for a
 * name of one character, which is in too many words. Letters put before a name in Hebrew and in Arabic stay. What
 * nobody sees among its letters hides no name: "An\u200bn Lee" is "Ann Lee".
 */
export function withoutPerson(text: string, find: PersonFinder): string {
  const { plain: accentless, from, to } = plainWithPlaces(text);
  const plain = plainApostrophes(accentless);
  let kept = "";
  let end = 0;
  for (const { 0: match, index } of find(plain)) {
    const after = index + match.length;
    const until = to[after - 1] ?? text.length;
    const written = text.slice(from[index], until);
    if (isWithinWord(match, { written, before: plain.charAt(index - 1), next: plain.charAt(after) }))
      continue;
    kept += text.slice(end, from[index]) + erasedWord;
    end = until;
  }
  return kept + text.slice(end);
}

/** Whether a text says the person. */
export function mentions(text: string, find: PersonFinder): boolean {
  return withoutPerson(text, find) !== text;
}

/** Whether a text, or one within anything JSON can hold, may say the person: quickly told, and `mentions` decides. */
export function maySay(value: unknown, find: PersonFinder): boolean {
  if (typeof value === "string") return [...find(plainOf(value))].length > 0;
  return (
    typeof value === "object" && value !== null && Object.values(value).some((item) => maySay(item, find))
  );
}

/** Anything JSON can hold without the person. */
export function jsonWithoutPerson(value: unknown, find: PersonFinder): unknown {
  if (typeof value === "string") return withoutPerson(value, find);
  if (Array.isArray(value)) return value.map((item) => jsonWithoutPerson(item, find));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonWithoutPerson(item, find)]));
}

/** The texts within anything JSON can hold that say the person. */
export function textsOfPerson(value: unknown, find: PersonFinder): string[] {
  if (typeof value === "string") return mentions(value, find) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((item) => textsOfPerson(item, find));
}
