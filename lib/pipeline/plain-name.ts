import { legalForms } from "./sameness";
import { withoutAccents } from "./without-accents";

const isLegalForm = (word: string) => (legalForms as readonly string[]).includes(word);

/**
 * A name key without accents, punctuation, spaces and legal form, to tell names of the same sound:
 * "müller & söhne gmbh" is "mullersohne". db/queries/duplicate-customers.ts does the same.
 */
export function plainName(key: string): string {
  const words = withoutAccents(key).split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => !isLegalForm(word)).join("") || key;
}
