const fewest = 10;

/** The difference that two counts of the same kind show by chance alone in 95 of 100 cases. */
function chanceDifference(current: number, previous: number): number {
  return 1.96 * Math.sqrt(current + previous);
}

/**
 * The change of a count as a fraction of the previous one, if it says something: both counts at least 10 and
 * further apart than chance would put two counts of the same rate in 19 of 20 cases. Otherwise null: the page
 * then shows the previous value and draws no conclusion.
 *
 * Example: 60 after 30 is +1; 12 after 9, and 35 after 30, are null.
 */
export function notableCountChange(current: number, previous: number): number | null {
  if (Math.min(current, previous) < fewest) return null;
  const difference = current - previous;
  return Math.abs(difference) > chanceDifference(current, previous) ? difference / previous : null;
}

/** So many of so many. */
export type Share = { part: number; of: number };

/**
 * The change between two shares, as a difference of fractions (0.63 after 0.41 is +0.22), if it says
 * something: each of at least 10, and further apart than chance would put them in 19 of 20 cases.
 */
export function notableShareChange(current: Share, previous: Share): number | null {
  if (Math.min(current.of, previous.of) < fewest) return null;
  const pooled = (current.part + previous.part) / (current.of + previous.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / current.of + 1 / previous.of));
  const difference = current.part / current.of - previous.part / previous.of;
  return Math.abs(difference) > 1.96 * error ? difference : null;
}
