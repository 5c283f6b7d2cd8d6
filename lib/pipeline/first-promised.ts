import type { LocalDate } from "./local-date";

/** A saved version of a conversation, as far as its promise goes. */
export type SavedPromise = {
  savedAt: Date;
  savedById: number;
  followUpOn: LocalDate | null;
  completedAt: Date | null;
};

/** Within this time of naming a date whoever named it may still put a slip right. */
export const slipMinutes = 10;

/** Which version last promised anew what was done, 0 for none; undone, the tick stands again and there is none. */
function promisedAnewAt(versions: readonly SavedPromise[]): number {
  const tick = versions.at(-1)?.completedAt?.getTime();
  const last = versions.findLastIndex((anew, at) => {
    const done = versions[at - 1];
    if (!done || done.completedAt === null || anew.completedAt !== null) return false;
    const isMoved =
      anew.followUpOn !== null && done.followUpOn !== null && anew.followUpOn !== done.followUpOn;
    return isMoved && done.completedAt.getTime() !== tick;
  });
  return Math.max(0, last);
}

/**
 * The day a follow-up is due: the first date that was promised (domain.md, "Follow-ups"). A later correction
 * of the date, by an import's `--update` too, moves the reminder as a snooze does, and not the promise, or nobody
 * would ever be late. Two things are no second promise:
 * - another date saved by the same person within ten minutes of the first is a slip put right, and counts;
 * - without a date now there is no follow-up: it was taken back, whatever was promised before.
 * What was done and then promised anew for another day (follow-up.ts) begins there: the first promise was kept.
 *
 * Example: Anna promises 10 May at 9:00, puts 11 May at 9:04 and 20 May the next day: due 11 May.
 * Ticked on 11 May and promised anew for the 25th, it is due 25 May.
 *
 * @param versions in the order they were saved; the last is what the log says now.
 */
export function firstPromised(versions: readonly SavedPromise[]): LocalDate | null {
  if ((versions.at(-1)?.followUpOn ?? null) === null) return null;
  const first = versions.slice(promisedAnewAt(versions)).find(({ followUpOn }) => followUpOn !== null);
  if (!first) return null;
  const until = first.savedAt.getTime() + slipMinutes * 60_000;
  const said = versions
    .slice(versions.indexOf(first))
    .findLast(
      ({ followUpOn, savedAt, savedById }) =>
        followUpOn !== null && savedById === first.savedById && savedAt.getTime() <= until,
    );
  return said?.followUpOn ?? null;
}
