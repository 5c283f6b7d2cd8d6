/** For so long after it was done, the address that says so still does. */
const justDoneMinutes = 10;

type Done = { key: number; byId: number; at: Date };
type Asking = { doneParam: string; memberId: number; now: Date };

/**
 * Whether who looks at a page did just now what it says was done: the address names it (`?saved=3`, `?merged=7`), it
 * is theirs and at most ten minutes old. A bookmark or a browser that opens its tabs again says nothing of it later.
 *
 * @param done its number, such as a version or the id of a merge, who did it and when.
 */
export function isJustDone({ key, byId, at }: Done, { doneParam, memberId, now }: Asking): boolean {
  const isNamed = doneParam === String(key) && byId === memberId;
  return isNamed && now.getTime() - at.getTime() <= justDoneMinutes * 60_000;
}
