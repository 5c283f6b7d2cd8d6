/** Beside what somebody else changed meanwhile: what the form shows of it, and how to go on. */
export function toldMerge(changed: string) {
  return { message: `${changed} What differs is said at its field. Save again to keep what stands here.` };
}
