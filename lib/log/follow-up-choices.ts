import type { LogValues } from "./log-values";

/** The dates a follow-up is promised for most often, in days from the day the form is shown on. */
export const followUpChoices = [
  { value: "tomorrow", label: "Tomorrow", days: 1 },
  { value: "3-days", label: "+3 days", days: 3 },
  { value: "1-week", label: "+1 week", days: 7 },
] as const;

/** What the form says of the follow-up; `followUpDates`: those its choices stood for, "" where it does not say. */
export type FollowUpSaid = Pick<LogValues, "followUp" | "followUpOn" | "followUpDates">;

/** The date the choice that was pressed showed, as the form says; "": none was pressed, or the form does not say. */
export function dateShown({ followUp, followUpDates }: FollowUpSaid): string {
  return followUpDates.split(" ")[followUpChoices.findIndex(({ value }) => value === followUp)] ?? "";
}

/**
 * The form as it is opened again: where its choices stand for other dates by now (`dates`), the one that was pressed
 * is the date it showed then, as a picked one. Counts no days: in the browser a calendar weighs too much.
 */
export function followUpAsPressed<Said extends FollowUpSaid>(said: Said, dates: string): Said {
  const followUpOn = said.followUpDates === dates ? "" : dateShown(said);
  return followUpOn ? { ...said, followUp: "date", followUpOn } : said;
}
