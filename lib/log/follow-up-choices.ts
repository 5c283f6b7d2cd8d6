import { addDays, isLocalDate, type LocalDate } from "@/lib/pipeline/local-date";

/** The dates a follow-up is promised for most often, in days from today. */
export const followUpChoices = [
  { value: "tomorrow", label: "Tomorrow", days: 1 },
  { value: "3-days", label: "+3 days", days: 3 },
  { value: "1-week", label: "+1 week", days: 7 },
] as const;

/** The date a choice stands for (`date`: the one that was picked), null for none, undefined when it is no date. */
export function followUpDate(choice: string, picked: string, today: LocalDate): LocalDate | null | undefined {
  if (choice === "date") return isLocalDate(picked.trim()) ? picked.trim() : undefined;
  const chosen = followUpChoices.find(({ value }) => value === choice);
  return chosen ? addDays(today, chosen.days) : null;
}
