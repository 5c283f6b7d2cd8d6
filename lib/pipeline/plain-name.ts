import { legalForms } from "./sameness";
import { withoutAccents } from "./without-accents";

const isLegalForm = (word: string) => (legalForms as readonly string[]).includes(word);

/** What a word is made of: letters with their vowel signs, and numbers, in any script. */
export const inWord = "\\p{L}\\p{M}\\p{N}";

const between = new RegExp(`[^${inWord}]+`, "u");

/** The words of a text. */
export function wordsOf(text: string): string[] {
  return text.split(between).filter(Boolean);
}

/**
 * A name key without accents, punctuation, spaces and legal form, to tell names of the same sound:
 * "müller & söhne gmbh" is "mullersohne". db/queries/duplicate-customers.ts does the same.
 */
export function plainName(key: string): string {
  const words = wordsOf(withoutAccents(key));
  return words.filter((word) => !isLegalForm(word)).join("") || key;
}
