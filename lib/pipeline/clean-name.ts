const runs = /[\s\p{Cc}]+/gu;

const breaks = /[\p{Cc}\u2028\u2029]/u;

// An empty character of Braille is a symbol to Unicode, and a blank to whoever reads it.
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]|\0/u;

/**
 * A name as it is stored and compared: without blanks around it, and in one line, as a browser's field has it. A line
 * break, tab or other control character is one space, with the blanks about it; spaces within a line stay as they were
 * typed; of nothing that can be seen there is no name. Example: " Jane\r\n Doe" is "Jane Doe", "Acme  Tyres" stays
 * "Acme  Tyres", a zero-width space alone is "".
 */
export function cleanName(typed: string): string {
  if (!visible.test(typed)) return "";
  if (!breaks.test(typed)) return typed.trim();
  // NUL is left to whoever refuses it: it cannot be stored.
  return typed.replace(runs, (run) => (breaks.test(run) && !run.includes("\0") ? " " : run)).trim();
}
