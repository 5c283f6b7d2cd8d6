import { plainKey, withoutAccents } from "./without-accents";

/** Fewer letters than this make no trigram of their own: an index finds them at the beginning of a word only. */
export const trigram = 3;

/** The words of a search, without their accents. */
export function searchWords(search: string): string[] {
  return plainKey(search).split(/\s+/);
}

/**
 * Whether a name is found by a search, by its name key: each word of the search is a part of it, one of one or two
 * letters begins a word of it, accents of either aside. Example: "tyres 5" finds "Tyres North 5 East", "nandu" finds
 * "Ñandú". db/queries/search-match.ts does the same.
 */
export function isNamedLike(key: string, search: string): boolean {
  const plain = withoutAccents(key);
  return searchWords(search).every((word) =>
    word.length >= trigram ? plain.includes(word) : ` ${plain}`.includes(` ${word}`),
  );
}
