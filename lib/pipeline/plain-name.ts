import { legalForms } from "./sameness";
import { withoutAccents } from "./without-accents";

const isLegalForm = (word: string) => (legalForms as readonly string[]).includes(word);

/** The words of a text, of letters with their vowel signs and of numbers, in any script. */
export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
}

/**
 * A name key without accents, punctuation, spaces and legal form, to tell names of the same sound:
 * "müller & söhne gmbh" is "mullersohne". db/queries/duplicate-customers.ts does the same.
 */
export function plainName(key: string): string {
  const words = wordsOf(withoutAccents(key));
  return words.filter((word) => !isLegalForm(word)).join("") || key;
}
