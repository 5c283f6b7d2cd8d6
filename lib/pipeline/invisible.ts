const ranges = [
  [0x00ad, 0x00ad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
] as const;

/**
 * Characters nobody sees, which a paste leaves within a name: soft hyphens, joiners and spaces of no width, marks of
 * direction. In a class of regular expressions they stand as they are.
 */
export const invisible = ranges
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)))
  .join("");
