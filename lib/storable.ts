/** The text as it can be stored: PostgreSQL keeps no NUL and no half of a surrogate pair, U+FFFD stands in their place. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}

/** What somebody typed, as it is stored: browsers send line breaks as CRLF, which nobody typed. */
export function storableInput(text: string): string {
  return storable(text.replaceAll("\r\n", "\n"));
}
