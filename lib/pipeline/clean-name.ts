const runs = /[\s\p{Cc}]+/gu;

const breaks = /[\p{Cc}\u2028\u2029]/u;

/**
 * A name as it is stored and compared: without blanks around it, and in one line, as a browser's field has it. A line
 * break, tab or other control character is one space, with the blanks about it; spaces within a line stay as they were
 * typed. Example: " Jane\r\n Doe" is "Jane Doe", "Acme  Tyres" stays "Acme  Tyres".
 */
export function cleanName(typed: string): string {
  // NUL is left to whoever refuses it: it cannot be stored.
  return typed.replace(runs, (run) => (breaks.test(run) && !run.includes("\0") ? " " : run)).trim();
}
