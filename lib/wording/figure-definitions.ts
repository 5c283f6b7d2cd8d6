const definitions = {
  inPipeline:
    "Customers with at least one deal that is open at the end of the as-of day: the last sales conversation of that deal stands at an open stage. It depends on the as-of day only, not on where the period starts.",
  pipelineValue:
    "The sum of the amounts of the open deals. A deal's amount is the last one given in any of its conversations; deals without one add nothing and are counted beside it.",
  averageDealSize: "The mean amount of the open deals that have an amount.",
  won: "Deals that are won at the end of the as-of day and were closed within the period. A deal closes with the first conversation of the unbroken run of won conversations at its end.",
  lost: "Deals that are lost at the end of the as-of day and were closed within the period, cancelled ones included.",
  winRate:
    "Won ÷ (Won + Lost), in deals closed within the period. Deals that are still open do not count either way.",
  conversion:
    "Of the deals opened within the period, the share that is won by the as-of day: from lead to customer. Deals that are still open count as not yet won, so a young period reads low.",
  newProspects:
    "Customers whose first-ever sales conversation lies in the as-of day's calendar month, up to that day, wherever the period starts.",
  averageDaysToClose:
    "The mean number of days from a deal's first sales conversation to its closing, over the deals counted in Won.",
  velocity:
    "What the pipeline brings in per day if nothing changes: open deals × average size of the won deals × win rate ÷ average days to close. “–” when a part is unknown or the time is 0.",
} as const;

/**
 * What each figure counts, in plain words: shown beside it on request. domain.md holds the exact rules.
 *
 * @param hidesAmounts no amount stands beside a figure, so none is spoken of there.
 */
export function figureDefinitions(hidesAmounts: boolean): Record<keyof typeof definitions, string> {
  const beside = (worth: string) => `Beside it: their customers${hidesAmounts ? "" : ` and ${worth}`}.`;
  return {
    ...definitions,
    won: `${definitions.won} ${beside("what they are worth")}`,
    lost: `${definitions.lost} ${beside("what they were worth")}`,
  };
}
