const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The beginning of a text, cut between two characters as one reads them. Example: of "ab👍🏽" up to 5 units are "ab",
 * not "ab" with half a thumb.
 *
 * @param most how long it is at most, in UTF-16 units as `length` counts them.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // With the one that stands at the cut in whole: what is behind it does not tell where it begins.
  const end = characters.segment(text.slice(0, most + 2)).containing(most)?.index;
  return text.slice(0, end);
}
