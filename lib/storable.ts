/** The text as it can be stored: PostgreSQL keeps no NUL, so U+FFFD stands in its place. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}

/** What somebody typed, as it is stored: browsers send line breaks as CRLF, which nobody typed. */
export function storableInput(text: string): string {
  return storable(text.replaceAll("\r\n", "\n"));
}
