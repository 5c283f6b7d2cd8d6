import type { Change } from "@/components/figure-card";
import { periodInWords } from "@/components/filters/period-in-words";
import type { Overview } from "@/lib/figures/overview";
import type { TeamFormats } from "@/lib/format/team-formats";
import { startOfMonth } from "@/lib/pipeline/local-date";
import type { Period } from "@/lib/pipeline/period";
import { notableCountChange, notableShareChange, type Share } from "@/lib/wording/notable-change";

type Reading = (overview: Overview) => string;

/** Writes the previous period's values beside the present ones; without a previous period there are none. */
export type Comparison = {
  /** A figure of the period: "Before: 5 (1 – 23 Oct 2026)". */
  ofPeriod: (read: Reading) => string | null;
  /** A figure as of a day: "Before: 118 (23 Oct 2026)". */
  ofDay: (read: Reading) => string | null;
  /** A figure of the calendar month up to the as-of day. */
  ofMonth: (read: Reading) => string | null;
  /** The change of a count, only where it is no noise. */
  count: (read: (overview: Overview) => number, isUpGood: boolean) => Change | null;
  /** The change of a share in points, only where it is no noise. */
  share: (read: (overview: Overview) => Share) => Change | null;
};

function changeOf(change: number | null, text: string, isUpGood: boolean): Change | null {
  if (change === null || change === 0) return null;
  const isUp = change > 0;
  return { text, isUp, isGood: isUp === isUpGood };
}

/** How the overview's figures compare with those of the previous period. */
export function compareOverviews(
  current: Overview,
  previous: { overview: Overview; period: Period } | null,
  formats: TeamFormats,
): Comparison {
  if (!previous) {
    const nothing = () => null;
    return { ofPeriod: nothing, ofDay: nothing, ofMonth: nothing, count: nothing, share: nothing };
  }
  const { overview, period } = previous;
  const { to } = period;
  const before = (read: Reading, when: string) => `Before: ${read(overview)} (${when})`;
  const dates = periodInWords(period, formats);
  return {
    ofPeriod: (read) => before(read, dates),
    ofDay: (read) => before(read, formats.date(to)),
    ofMonth: (read) => before(read, formats.dateRange(startOfMonth(to), to)),
    count: (read, isUpGood) => {
      const change = notableCountChange(read(current), read(overview));
      return changeOf(change, formats.percent(Math.abs(change ?? 0)), isUpGood);
    },
    share: (read) => {
      const change = notableShareChange(read(current), read(overview));
      return changeOf(change, `${formats.days(Math.abs(change ?? 0) * 100)} points`, true);
    },
  };
}
