import type { LocalDate } from "./local-date";

/** A follow-up: the date promised on a conversation, and the local date on which it was done, if it was. */
export type FollowUp = { dueOn: LocalDate; doneOn: LocalDate | null };

/** What a follow-up is as of T (domain.md, "Follow-ups"). */
export const followUpStates = ["kept on time", "kept late", "missed", "open"] as const;

export type FollowUpState = (typeof followUpStates)[number];

/**
 * As of T: kept on time (done on or before the due date), kept late (done after it), missed (not done by T
 * and due before T), open (due on T or later). What is done after T is not done yet.
 *
 * Example, due 10 May: done 10 May is kept on time; done 12 May is missed as of 11 May and kept late as of 12 May.
 */
export function followUpState({ dueOn, doneOn }: FollowUp, to: LocalDate): FollowUpState {
  if (doneOn !== null && doneOn <= to) return doneOn <= dueOn ? "kept on time" : "kept late";
  return dueOn < to ? "missed" : "open";
}

/** Not done and due before today. */
export function isOverdue(followUp: FollowUp, today: LocalDate): boolean {
  return followUpState(followUp, today) === "missed";
}

/**
 * Whether a day a done follow-up is moved to promises it anew: a day from today on, later than the one it had and
 * than when it was done. It waits again then. Any other day puts the old one right, which stays done.
 *
 * Example, due 10 May and ticked on the 9th: moved on the 20th to the 25th it waits for the 25th; moved to the 12th,
 * which was meant from the beginning, it stays done.
 */
export function isPromisedAnew({ dueOn, doneOn }: FollowUp, movedTo: LocalDate, today: LocalDate): boolean {
  return doneOn !== null && movedTo > dueOn && movedTo > doneOn && movedTo >= today;
}

/** Days without a conversation after which a deal is quiet, where its stage says nothing else. */
export const quietAfterDaysDefault = 14;
