import type { Overview } from "@/lib/figures/overview";

/** The overview as outsiders are told of it from whom amounts are hidden: no money is in it. */
export function withoutAmounts({ figures, counts }: Overview): Overview {
  const { inPipeline, won, lost } = figures;
  const nothing = { value: "0", sizedDeals: 0 };
  return {
    figures: {
      ...figures,
      inPipeline: { ...inPipeline, value: "0", averageDealSize: null, unsizedDeals: 0 },
      won: { ...won, value: "0", averageDealSize: null },
      lost: { ...lost, value: "0" },
      velocityPerDay: null,
    },
    counts: {
      ...counts,
      inPipeline: { ...counts.inPipeline, ...nothing },
      won: { ...counts.won, ...nothing },
      lost: { ...counts.lost, ...nothing },
    },
  };
}
