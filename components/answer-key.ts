const keys = new WeakMap<object, number>();
let made = 0;

/**
 * Tells an answer of a form from the one before. What says it takes this as its key: said in the same words it is put
 * into the page anew, since what stands there already is not read out again.
 */
export function answerKey(state: object): number {
  const key = keys.get(state) ?? ++made;
  keys.set(state, key);
  return key;
}
