/** What is written for an apostrophe: turned either way, or as a letter of its own. */
export const apostrophes = "‘’ʻʼ";

const everyApostrophe = new RegExp(`[${apostrophes}]`, "g");

/** A text with one kind of apostrophe, as long as it was: "O’Brien" is "O'Brien". `mayMention` does the same. */
export function plainApostrophes(text: string): string {
  return text.replace(everyApostrophe, "'");
}
