import { type LocalDate, startOfDay } from "@/lib/pipeline/local-date";

/**
 * When a follow-up was done that is only known to be done: at the start of the follow-up day, but not after
 * now and not before the conversation.
 *
 * Example: a conversation of 2 March 10:00 with a follow-up on 5 March was done on 5 March 00:00; imported on
 * 4 March 09:00, on 4 March 09:00. A follow-up on 2 March, or no date at all: 2 March 10:00.
 */
export function doneAt(occurredAt: Date, followUpOn: LocalDate | null, timeZone: string, now: Date): Date {
  const due = followUpOn === null ? occurredAt : startOfDay(followUpOn, timeZone);
  return new Date(Math.max(occurredAt.getTime(), Math.min(due.getTime(), now.getTime())));
}
