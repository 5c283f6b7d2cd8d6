import { nameKey } from "./name-key";
import { plainKey, withoutAccents } from "./without-accents";

/**
 * How well a name fits a search, by its name key, the best first: 0 it is it to the accent, 1 it is it, 2 it begins
 * so, 3 a word of it does, 4 it is inside, 5 it is not there as it was typed. db/queries/search-match.ts does the same.
 */
export function namePlace(key: string, search: string): number {
  if (key === nameKey(search)) return 0;
  const [plain, text] = [withoutAccents(key), plainKey(search)];
  if (plain === text) return 1;
  if (plain.startsWith(text)) return 2;
  if (plain.includes(` ${text}`)) return 3;
  return plain.includes(text) ? 4 : 5;
}
