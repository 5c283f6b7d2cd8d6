/**
 * Which button of a sorted row keeps the focus after it was moved by one, as a selector: the same one, so that it can
 * be pressed on; at the end of the list the other one.
 *
 * @param direction "up" or "down".
 */
export function moveButton(id: string, direction: string): string {
  const row = `[data-sorted="${id}"]`;
  const same = `[name=move][value$="${direction}"]`;
  return `${row} ${same}:enabled, ${row}:has(${same}:disabled) [name=move]:enabled`;
}
