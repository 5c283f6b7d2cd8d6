/** By what a person is found in texts: names, e-mail addresses and phone numbers, today's and earlier ones. */
export type PersonMarks = { names: Set<string>; emails: Set<string>; phones: Set<string> };

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
 * A source for regular expressions of JavaScript and of Postgres that finds the person, without regard to case;
 * undefined when there is nothing to look for.
 */
export function personPattern({ names, emails, phones }: PersonMarks): string | undefined {
  const longestFirst = (texts: Iterable<string>) => [...texts].sort((a, b) => b.length - a.length);
  const parts = [
    ...longestFirst(emails).filter(Boolean).map(literal),
    ...longestFirst(names)
      .filter((name) => name.trim() !== "")
      .map(spaced),
    ...[...phones].flatMap(dialled),
  ];
  return parts.length === 0 ? undefined : `(${parts.join("|")})`;
}

/** Stands where a person's name stood. */
export const erasedWord = "[erased]";

/**
 * A text without the person. A name within a longer word is another name ("Ann Lee" in "Joann Lee"); the end
 * of a name of one word must be the end of that word too.
 */
export function withoutPerson(text: string, pattern: string): string {
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}`, "giu");
  return text.replace(found, (match, ...rest) => {
    const offset = rest.find((value) => typeof value === "number") as number;
    const next = text.slice(offset + match.length, offset + match.length + 1);
    return !/\s/.test(match.trim()) && /^\p{L}+$/u.test(match) && /\p{L}/u.test(next) ? match : erasedWord;
  });
}

/** The same for anything JSON can hold. */
export function jsonWithoutPerson(value: unknown, pattern: string): unknown {
  if (typeof value === "string") return withoutPerson(value, pattern);
  if (Array.isArray(value)) return value.map((item) => jsonWithoutPerson(item, pattern));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, jsonWithoutPerson(item, pattern)]),
  );
}
