const runs = /[\s\p{Cc}]+/gu;

// Embeddings, overrides and isolates with their ends; the marks LRM and RLM turn nothing but their own place.
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

const breaks = /[\p{Cc}\u2028\u2029]/u;

// An empty character of Braille is a symbol to Unicode, and a blank to whoever reads it.
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]|\0/u;

/**
 * A name as it is stored and compared: without blanks around it, and in one line, as a browser's field has it. A line
 * break, tab or other control character is one space, with the blanks about it; spaces within a line stay as they were
 * typed; of nothing that can be seen there is no name. Characters that turn the direction of the text about them go:
 * they would turn the sentences that the name stands in. Example: " Jane\r\n Doe" is "Jane Doe", "Acme  Tyres" stays
 * "Acme  Tyres", a zero-width space alone is "", and so is a right-to-left override.
 */
export function cleanName(typed: string): string {
  const text = typed.replace(turning, "");
  if (!visible.test(text)) return "";
  if (!breaks.test(text)) return text.trim();
  // NUL is left to whoever refuses it: it cannot be stored.
  return text.replace(runs, (run) => (breaks.test(run) && !run.includes("\0") ? " " : run)).trim();
}
