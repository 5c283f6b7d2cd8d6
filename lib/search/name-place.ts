/**
 * How well a name fits a search, the best first: 1 it is it, 2 it begins so, 3 a word of it does, 4 it is inside,
 * 5 it is not there as it was typed. Both are name keys.
 */
export function namePlace(name: string, search: string): number {
  if (name === search) return 1;
  if (name.startsWith(search)) return 2;
  if (name.includes(` ${search}`)) return 3;
  return name.includes(search) ? 4 : 5;
}
