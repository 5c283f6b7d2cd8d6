/** Won ÷ (Won + Lost), a fraction; null when nothing closed. Example: 2 won, 1 lost: 0.6667. */
export function winRate(won: number, lost: number): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

/**
 * The share of the deals opened in P that is won as of T ("lead to customer"), a fraction; null when none was
 * opened. Example: 4 opened, 1 of them won: 0.25.
 */
export function conversionRate(opened: number, converted: number): number | null {
  return opened === 0 ? null : converted / opened;
}

/** `total` ÷ `count`; null when there is nothing to divide by. Example: (10 + 20 days) ÷ 2 deals = 15 days. */
export function mean(total: number, count: number): number | null {
  return count === 0 ? null : total / count;
}

/** The median from the two middle values (the same one twice when their number is odd). Example: 2 and 3: 2.5. */
export function medianOfMiddle(lower: number, upper: number): number {
  return (lower + upper) / 2;
}

/**
 * Pipeline velocity: deals in pipeline × average size of the deals counted in Won × Win % ÷ average time to
 * close, in money per day; null when a part is unknown or the time is 0.
 *
 * Example: 10 deals × 1,000 × 0.5 ÷ 20 days = 250 a day.
 */
export function velocityPerDay(parts: {
  dealsInPipeline: number;
  averageWonSize: number | null;
  winRate: number | null;
  averageDaysToClose: number | null;
}): number | null {
  const { dealsInPipeline, averageWonSize, winRate, averageDaysToClose } = parts;
  if (averageWonSize === null || winRate === null || !averageDaysToClose) return null;
  return (dealsInPipeline * averageWonSize * winRate) / averageDaysToClose;
}
