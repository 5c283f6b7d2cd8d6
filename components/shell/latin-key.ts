type Pressed = { key: string; code: string; shiftKey: boolean };

const ofOtherScript = /^(?!\p{Script=Latin})[\p{L}\p{M}]/u;

/**
 * The key that was pressed as a Latin keyboard names it: a letter of another script is the Latin one that stands on
 * the same key.
 *
 * Examples: "л" of a Russian keyboard is on KeyK, so "k"; "/" of a Hebrew one is on KeyQ and stays "/"; "q" of a
 * French one is on KeyA and stays "q".
 */
export function latinKey({ key, code, shiftKey }: Pressed): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (!letter || !ofOtherScript.test(key)) return key;
  return shiftKey ? letter : letter.toLowerCase();
}
