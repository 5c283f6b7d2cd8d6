import type { Outcome } from "./outcome";

/** Deals opened in P that stand alike as of T. */
export type FunnelGroup = {
  /** Position of the open stage furthest down that they were at; null: at none. */
  furthestPosition: number | null;
  everWon: boolean;
  outcome: Outcome;
  deals: number;
};

function sum(groups: readonly FunnelGroup[], counts: (group: FunnelGroup) => boolean): number {
  return groups.reduce((total, group) => (counts(group) ? total + group.deals : total), 0);
}

/** How many deals were opened, those among them that were lost at once and reached no stage. */
export function dealsOpened(groups: readonly FunnelGroup[]): number {
  return sum(groups, () => true);
}

/**
 * How many deals reached the open stage at a position: they had a conversation at it, at an open stage after
 * it, or at a `won` stage. Skipped stages count as reached; `lost` does not.
 *
 * Example: one deal was lost after the second open stage, one came to the first and was won, one was lost at once.
 * The first and the second stage were reached by 2, the third by 1.
 */
export function dealsReached(groups: readonly FunnelGroup[], position: number): number {
  return sum(
    groups,
    ({ everWon, furthestPosition }) => everWon || (furthestPosition !== null && furthestPosition >= position),
  );
}

/** The funnel's last step: won as of T. One that was won and then cancelled is not in it. */
export function dealsWonNow(groups: readonly FunnelGroup[]): number {
  return sum(groups, ({ outcome }) => outcome === "won");
}
