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

const special = /[.*+?^$()|[\]{}\\]/g;
const literal = (text: string) => text.replace(special, "\\$&");
const fewestDigits = 7;

// However many spaces, line breaks or, in an address, pluses stand between the words of a name.
const spaced = (name: string) => name.trim().split(/\s+/).map(literal).join("(\\s|\\+|%20)+");

// However a number is grouped; the country's prefix or a leading 0 makes no other number of it.
function dialled(phone: string): string[] {
  const digits = phone.replace(/\D/g, "");
  if (digits.length < fewestDigits) return [];
  const prefix = "(\\+?[0-9]{1,3}[^0-9a-z]{0,3}(0[^0-9a-z]{0,2})?)?";
  return [prefix + [...digits.slice(-9)].join("[^0-9a-z]{0,3}")];
}

/**
 * A source for regular expressions of JavaScript and of Postgres that finds the person in a text without accents,
 * without regard to case; undefined when there is nothing to look for.
 */
export function personPattern({ names, emails, phones }: PersonMarks): string | undefined {
  const plain = (texts: Iterable<string>) =>
    [...texts]
      .map(withoutAccents)
      .filter((text) => text.trim() !== "")
      .sort((a, b) => b.length - a.length);
  const parts = [
    ...plain(emails).map(literal),
    ...plain(names).map(spaced),
    ...plain(phones).flatMap(dialled),
  ];
  return parts.length === 0 ? undefined : `(${parts.join("|")})`;
}

/**
 * A text without the person, with or without the accents of the name. A name within a longer word is another
 * name ("Ann Lee" in "Joann Lee"); the end of a name of one word must be the end of that word too.
 */
export function withoutPerson(text: string, pattern: string): string {
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}`, "giu");
  const { plain, from, to } = plainWithPlaces(text);
  let kept = "";
  let end = 0;
  for (const { 0: match, index } of plain.matchAll(found)) {
    const next = plain.charAt(index + match.length);
    if (/^\p{L}+$/u.test(match) && /\p{L}/u.test(next)) continue;
    kept += text.slice(end, from[index]) + erasedWord;
    end = to[index + match.length - 1] ?? text.length;
  }
  return kept + text.slice(end);
}

/** Whether a text says the person. */
export function mentions(text: string, pattern: string): boolean {
  return withoutPerson(text, pattern) !== text;
}

/** Anything JSON can hold without the person. */
export function jsonWithoutPerson(value: unknown, pattern: string): unknown {
  if (typeof value === "string") return withoutPerson(value, pattern);
  if (Array.isArray(value)) return value.map((item) => jsonWithoutPerson(item, pattern));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, jsonWithoutPerson(item, pattern)]),
  );
}

/** The texts within anything JSON can hold that say the person. */
export function textsOfPerson(value: unknown, pattern: string): string[] {
  if (typeof value === "string") return mentions(value, pattern) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((item) => textsOfPerson(item, pattern));
}
