import type { KeyboardEvent } from "react";

/**
 * Whether a key is one of an input method's, as for Japanese or Chinese: the arrows choose in its own list, Enter takes
 * the word. `isComposing` is not enough: in Safari the Enter comes once the composition has ended.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.keyCode === 229;
}
