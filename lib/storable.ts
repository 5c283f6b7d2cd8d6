/** The text as it can be stored: PostgreSQL keeps no NUL and no half of a surrogate pair, U+FFFD stands in their place. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}

/**
 * The text with each line break as the one line feed that a form shows it as: "a\r\nb" and "a\rb" are "a\nb".
 * lib/import/same-note.ts does the same.
 */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** What somebody typed, as it is stored: browsers send line breaks as CRLF, which nobody typed. */
export function storableInput(text: string): string {
  return storable(withLineFeeds(text));
}
