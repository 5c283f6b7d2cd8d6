/** The text as it can be stored: PostgreSQL keeps no NUL, so U+FFFD stands in its place. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}
