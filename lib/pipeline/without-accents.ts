import { nameKey } from "./name-key";

/** The accents of a text in its decomposed form, as a class of regular expressions of JavaScript and of Postgres. */
export const accents = "[\u0300-\u036f]";

const everyAccent = new RegExp(accents, "g");

/** A text without its accents, however they are encoded: "Zoë" is "Zoe". db/queries/plain-text.ts does the same. */
export function withoutAccents(text: string): string {
  return text.normalize("NFKD").replace(everyAccent, "");
}

/** The form in which names are searched for without regard to accents: " Zoë" is "zoe". */
export function plainKey(name: string): string {
  return withoutAccents(nameKey(name));
}
