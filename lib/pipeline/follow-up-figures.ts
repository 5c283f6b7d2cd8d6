import type { FollowUpState } from "./follow-up";
import { medianOfMiddle } from "./metrics";

/** Follow-ups of one state and, where they are done, of one delay: local days from due to done. */
export type FollowUpGroup = { state: FollowUpState; delayDays: number | null; count: number };

/** What became of the follow-ups due in a period (domain.md, "Follow-ups"). */
export type FollowUpFigures = {
  due: number;
  keptOnTime: number;
  keptLate: number;
  missed: number;
  open: number;
  /** Median over those kept late, in local days; null when none was. */
  medianDelayDays: number | null;
};

/** The delay at a place of the sorted row of all that were late. */
function delayAt(sorted: readonly FollowUpGroup[], place: number): number {
  let passed = 0;
  for (const { count, delayDays } of sorted) {
    passed += count;
    if (passed > place) return delayDays ?? 0;
  }
  return 0;
}

function medianDelay(late: readonly FollowUpGroup[], count: number): number | null {
  if (count === 0) return null;
  const sorted = late.toSorted((a, b) => (a.delayDays ?? 0) - (b.delayDays ?? 0));
  return medianOfMiddle(delayAt(sorted, Math.floor((count - 1) / 2)), delayAt(sorted, Math.floor(count / 2)));
}

/**
 * Counts follow-ups and finds the median delay of those kept late.
 *
 * Example: one kept on time, three late by 1, 2 and 6 days, one missed: due 5, median delay 2 days.
 */
export function followUpFigures(groups: readonly FollowUpGroup[]): FollowUpFigures {
  const countOf = (state?: FollowUpState) =>
    groups.reduce((sum, group) => sum + (state && group.state !== state ? 0 : group.count), 0);
  const keptLate = countOf("kept late");
  return {
    due: countOf(),
    keptOnTime: countOf("kept on time"),
    keptLate,
    missed: countOf("missed"),
    open: countOf("open"),
    medianDelayDays: medianDelay(
      groups.filter(({ state }) => state === "kept late"),
      keptLate,
    ),
  };
}
