import type { LocalDate } from "./local-date";

/**
 * What is wrong with the day a customer's account was opened, in a sentence; undefined when nothing is. On 24 November
 * an account may have been opened that day or earlier, or on a day nobody knows, but not on the 25th.
 */
export function openedOnProblem(openedOn: LocalDate | null, today: LocalDate): string | undefined {
  if (openedOn === null || openedOn <= today) return undefined;
  return "This day is still to come. Enter the day the account was opened.";
}
