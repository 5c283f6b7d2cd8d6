/**
 * A text as a terminal may be given it: control characters but line ends as escapes that are seen. What a file says
 * does not move the cursor, change colours or hide lines. Example: an escape character is `\u001b`.
 */
export function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
